import { instantAt } from '#kernel';
import { scheduledJobs } from '../../apps/server/src/jobs/scheduled-jobs.js';
import { Cast, type StoryDay } from './chaos-story.js';
import { Office } from './office.js';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from './smtp-sink.js';
import { type Told, toldBy } from './told.js';

/** A mail that was written and never left, because what it said was settled first. */
export interface Withdrawn {
  /** What it would have said and to whom. */
  readonly content: string;
  /** Whether it was on its way when that happened: then only whoever sends it may take it back. */
  readonly underWay: boolean;
}

export interface World extends Told {
  readonly mails: readonly string[];
  readonly withdrawn: readonly string[];
}

/**
 * The same story in one process, in which nothing ever goes wrong: what everybody must get, and nothing else.
 * @param late mails that here, too, do not leave on the day they were written; that they are withdrawn is up to the program
 */
export async function calmWorld(story: readonly StoryDay[], late: readonly Withdrawn[]): Promise<World> {
  const office = await Office.open({ now: '2022-08-31 20:00' });
  const sink = await startSmtpSink();
  const delivery = office.delivery(sink.url);
  const cast = await Cast.in(office);
  for (const day of story) {
    office.advanceMs(instantAt(day.date, '08:00') - office.clock.now());
    await cast.live(day);
    office.advanceMs(3_600_000);
    for (const job of scheduledJobs) await office.run((work) => job(work, 'https://jh.example.gov.cn'));
    await keepBack(office, late);
    await delivery.deliver(office.campaignId);
  }
  await office.query(`UPDATE outbox_message SET not_before = NULL WHERE status IN ('queued', 'uncertain')`);
  await delivery.deliver(office.campaignId);
  delivery.stop();
  await sink.close();
  const world = { ...(await worldOf(office, sink)), mails: sink.received.map(contentOf).toSorted() };
  await office.close();
  return world;
}

async function keepBack(office: Office, late: readonly Withdrawn[]): Promise<void> {
  const rows = await office.query<OutboxRow>(`${outboxSql} WHERE status = 'queued' AND not_before IS NULL`);
  for (const row of rows) {
    const kept = late.find(({ content }) => content === rowContent(row));
    if (!kept) continue;
    await office.query(`UPDATE outbox_message SET status = $2, not_before = '2100-01-01' WHERE id = $1`, [
      row.id,
      kept.underWay ? 'uncertain' : 'queued',
    ]);
  }
}

/** What the people of a world were told once its story is over, and what was taken back. */
export async function worldOf(office: Office, sink: SmtpSink): Promise<Omit<World, 'mails'>> {
  const told = await toldBy(office, arrived(sink));
  const withdrawn = await withdrawnIn(office, sink);
  return { ...told, withdrawn: withdrawn.map(({ content }) => content).toSorted() };
}

/** Mails that were withdrawn and that nobody got. */
export async function withdrawnIn(office: Office, sink: SmtpSink): Promise<Withdrawn[]> {
  const rows = await office.query<OutboxRow>(`${outboxSql} WHERE status = 'withdrawn'`);
  const came = new Set(arrived(sink));
  return rows
    .filter(({ id }) => !came.has(id))
    .map((row) => ({ content: rowContent(row), underWay: row.reason.startsWith('所列任务都已') }));
}

function arrived({ received }: SmtpSink): string[] {
  return received.map(({ messageId }) => messageId.slice('<ob-'.length, messageId.indexOf('@')));
}

interface OutboxRow {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
  readonly day: string;
}

const outboxSql = `SELECT id, recipient_address AS address, subject, body, coalesce(last_error, '') AS reason,
  to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM outbox_message`;

function rowContent({ address, subject, body, day }: OutboxRow): string {
  return [day, address, subject, withoutIds(body)].join('\n');
}

/** What a mail says and to whom. */
export function contentOf({ envelope, mail }: ReceivedMail): string {
  const files = mail.attachments.map((file) => file.filename);
  return [envelope.to.join(), mail.subject, withoutIds(mail.text ?? ''), ...files].join('\n');
}

/** Two databases differ in their ids. */
function withoutIds(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#');
}
