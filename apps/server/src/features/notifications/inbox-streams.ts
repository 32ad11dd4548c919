import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../../database/business-time.js';
import { countUnread, inboxFingerprint } from './inbox.queries.js';

interface Stream {
  readonly sessionId: string;
  readonly accountId: string;
  readonly campaignId: string;
  readonly response: ServerResponse;
  sent: number | undefined;
}

const pollMs = 2_000;
// Also without a sign of change the counts are taken again, for what leaves no new row behind.
const fullEvery = 15;
const streamsOfOnePerson = 8;

/**
 * Open pages that want to know how much is unread. One poll a process asks the database whether anything moved; it is a
 * poll rather than LISTEN, because LISTEN needs a connection of its own for ever, and gets lost behind a pooler. So it
 * works with any number of processes.
 */
@Injectable()
export class InboxStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('inbox');
  private readonly streams = new Set<Stream>();
  private readonly marks = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private polling = false;
  private polls = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
  ) {}

  open(stream: Omit<Stream, 'sent'>): void {
    const own = [...this.streams].filter((one) => one.accountId === stream.accountId);
    if (own.length >= streamsOfOnePerson) own[0]?.response.end();
    const entry: Stream = { ...stream, sent: undefined };
    this.streams.add(entry);
    stream.response.on('close', () => {
      this.streams.delete(entry);
      if (this.streams.size === 0) this.rest();
    });
    this.marks.delete(stream.campaignId);
    this.timer ??= setInterval(() => void this.poll(), pollMs);
    void this.poll();
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.response.end();
    this.rest();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async poll(): Promise<void> {
    if (this.polling) return;
    this.polling = true;
    try {
      this.polls += 1;
      await this.endClosedSessions();
      for (const campaignId of new Set([...this.streams].map((stream) => stream.campaignId))) {
        await this.tell(campaignId);
      }
    } catch (error) {
      this.logger.warn(`inbox poll failed: ${String(error)}`);
    } finally {
      this.polling = false;
    }
  }

  /** A stream ends with its session: signing out, running out, or the account's deactivation delete or outdate it. */
  private async endClosedSessions(): Promise<void> {
    const asked = [...this.streams];
    const alive = await this.dataSource.query<{ id_hash: string }[]>(
      `SELECT s.id_hash FROM session s JOIN account a ON a.id = s.account_id AND a.active
       WHERE s.id_hash = ANY($1) AND s.expires_at > $2`,
      [asked.map((stream) => stream.sessionId), new Date(this.time.clock.now())],
    );
    const ids = new Set(alive.map((row) => row.id_hash));
    for (const stream of asked) if (!ids.has(stream.sessionId)) stream.response.end();
  }

  private async tell(campaignId: string): Promise<void> {
    const { manager } = this.dataSource;
    const mark = await inboxFingerprint(manager, campaignId);
    const unmoved = this.marks.get(campaignId) === mark && this.polls % fullEvery !== 0;
    const streams = [...this.streams].filter((stream) => stream.campaignId === campaignId);
    if (unmoved && streams.every((stream) => stream.sent !== undefined)) return;
    const moment = await this.time.moment(manager);
    const counts = await countUnread(
      { manager, campaignId, now: new Date(moment.now), exercise: moment.exerciseDate !== null },
      [...new Set(streams.map((stream) => stream.accountId))],
    );
    this.marks.set(campaignId, mark);
    for (const stream of streams) this.push(stream, counts.get(stream.accountId) ?? 0);
  }

  private push(stream: Stream, unread: number): void {
    // A comment keeps proxies from closing a line on which nothing happens.
    const text = stream.sent === unread ? ': still here\n\n' : `data: ${JSON.stringify({ unread })}\n\n`;
    stream.sent = unread;
    stream.response.write(text);
  }
}
