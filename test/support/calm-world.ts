import { instantAt } from '#kernel';
import { scheduledJobs } from '../../apps/server/src/jobs/scheduled-jobs.js';
import { Cast, type StoryDay } from './chaos-story.js';
import { Office } from './office.js';
import { startSmtpSink } from './smtp-sink.js';

/** The same story in one process, in which nothing ever goes wrong: what everybody must get, and nothing else. */
export async function mailsOfCalmWorld(story: readonly StoryDay[]): Promise<string[]> {
  const office = await Office.open({ now: '2022-08-31 20:00' });
  const sink = await startSmtpSink();
  const delivery = office.delivery(sink.url);
  const cast = await Cast.in(office);
  for (const day of story) {
    office.advanceMs(instantAt(day.date, '08:00') - office.clock.now());
    await cast.live(day);
    office.advanceMs(3_600_000);
    for (const job of scheduledJobs) await office.run((work) => job(work, 'https://jh.example.gov.cn'));
    await delivery.deliver(office.campaignId);
  }
  delivery.stop();
  await sink.close();
  await office.close();
  return sink.received.map(contentOf).toSorted();
}

/** What a mail says and to whom, without the ids that differ between two databases. */
export function contentOf({
  envelope,
  mail,
}: Awaited<ReturnType<typeof startSmtpSink>>['received'][number]): string {
  const text = (mail.text ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#');
  return [envelope.to.join(), mail.subject, text, ...mail.attachments.map((file) => file.filename)].join(
    '\n',
  );
}
