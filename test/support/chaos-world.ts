import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { civilDateAt, instantAt } from '#kernel';
import { Cast, type StoryDay } from './chaos-story.js';
import { writeClock } from './clock-file.js';
import { beijing, Office } from './office.js';
import { repeatable } from './repeatable.js';
import { type SmtpMode, type SmtpSink, startSmtpSink } from './smtp-sink.js';
import { type SpawnedServer, spawnServer } from './spawn-server.js';

type Entry = 'main' | 'worker';
interface Waiting {
  readonly id: string;
  readonly status: string;
  readonly next_at: Date | null;
}

// Every third attempt goes wrong; a mail that hangs blocks its process's sending for 15 real seconds.
const failures: readonly (readonly [SmtpMode, number])[] = [
  ['450', 0.1],
  ['421', 0.08],
  ['drop-after-DATA', 0.1],
  ['cut', 0.04],
  ['hang', 0.01],
];
const chanceOfKill = 0.25;
const chanceOfSecondKill = 0.2;
/** How long a claimed mail may take before the clock goes on without it. */
const patienceMs = { afterKill: 800, else: 4_000 };
const letGoMs = 5_000;
const roundsOfOutage = 4;
const roundsBeforeCalm = 3;
const roundsOfShortDay = 1;
const evening = '17:55';

function roundsOf({ outage, calm, short }: StoryDay): number {
  if (outage) return roundsOfOutage;
  if (calm) return roundsBeforeCalm;
  return short ? roundsOfShortDay : Infinity;
}

/**
 * Two server processes on one database, a mail server that fails every third time and cannot be reached for days, and
 * somebody who kills either process now and then. The clock goes on when nothing is under way.
 */
export class ChaosWorld {
  readonly seen = { kills: 0, outrun: 0 };
  /** How often a message may have been accepted without its sender living to write it down in time, by its id. */
  readonly excused = new Map<string, number>();
  private readonly running = new Map<Entry, Promise<SpawnedServer>>();
  private readonly up = new Set<Entry>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'junheng-chaos-'));
  private readonly random: () => number;
  private killedSinceQuiet = false;

  private constructor(
    readonly office: Office,
    readonly sink: SmtpSink,
    private readonly cast: Cast,
    seed: number,
  ) {
    this.random = repeatable(seed + 1);
  }

  static async open(seed: number): Promise<ChaosWorld> {
    const office = await Office.open({ now: '2022-08-31 20:00' });
    const world = new ChaosWorld(office, await startSmtpSink(), await Cast.in(office), seed);
    world.setClock(beijing('2022-08-31 20:00'));
    await Promise.all([world.start('main'), world.start('worker')]);
    return world;
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.keys()].map((entry) => this.kill(entry)));
    await this.sink.close();
    await this.office.close();
    rmSync(this.folder, { recursive: true });
  }

  async live(day: StoryDay): Promise<void> {
    this.setClock(instantAt(day.date, '08:00'));
    await this.untilYesterdayIsOver();
    await this.cast.live(day);
    this.sink.mode(day.outage ? 'cut' : () => this.luck(day));
    await this.reserveSpeech(day.date);
    this.setClock(instantAt(day.date, '09:00'));
    const violence = this.random() < chanceOfKill ? this.killSome() : undefined;
    await this.taken(['escalation', `${day.date}T09:00`]);
    await this.releaseSpeech();
    await this.taken(['reminders', `${day.date}T09:00`], ['overdue_report', day.date]);
    await this.carryOn(roundsOf(day));
    await violence;
    if (!day.calm) return;
    this.sink.mode('accept');
    await this.carryOn(Infinity);
    if ((await this.waiting()).length > 0) throw new Error(`something still waits after ${day.date}`);
  }

  /**
   * The clock may come to nine in the middle of a round: the rungs then come with the next one, and their digest five
   * minutes later. The calm world has no such moment, so what is said of them waits for them here.
   */
  private async reserveSpeech(date: string): Promise<void> {
    await this.office.query(
      `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at, outcome)
       SELECT $1, gen_random_uuid(), j.job, j.slot, now(), 'skipped'
       FROM (VALUES ('reminders', $2 || 'T09:00'), ('overdue_report', $2)) AS j(job, slot)`,
      [this.office.campaignId, date],
    );
  }

  private async releaseSpeech(): Promise<void> {
    await this.office.query(
      `DELETE FROM job_run WHERE job IN ('reminders', 'overdue_report') AND outcome = 'skipped'`,
    );
  }

  /**
   * What a process took yesterday and never tried it gives back, before anything is settled; what lies with the dead
   * stays where it is. A mail on its way while its task is settled would be said anew by another turn than in the calm world.
   */
  private async untilLetGo(): Promise<void> {
    let taken = '';
    let since = performance.now();
    for (;;) {
      const sending = (await this.waiting()).filter(({ status }) => status === 'sending');
      const now = sending.map(({ id }) => id).join();
      if (now !== taken) since = performance.now();
      taken = now;
      if (sending.length === 0 || performance.now() - since > letGoMs) return;
      await delay(20);
    }
  }

  /** A transaction keeps the time at which it began: on a busy machine one of yesterday may still be under way. */
  private async untilYesterdayIsOver(): Promise<void> {
    await this.untilLetGo();
    const [now] = await this.office.query<{ at: string }>(`SELECT clock_timestamp()::text AS at`);
    const older = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND xact_start < $1::timestamptz`;
    while ((await this.office.query(older, [now?.at])).length > 0) await delay(20);
  }

  /** Moves the clock from one attempt to the next until nothing waits, the evening comes, or enough is enough. */
  private async carryOn(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      const waiting = await this.untilQuiet();
      const now = this.office.clock.now();
      const times = waiting.map(({ next_at: at }) => at?.getTime() ?? now);
      const next = Math.max(Math.min(...times), now) + 1_000;
      if (waiting.length === 0 || next > instantAt(civilDateAt(now), evening)) return;
      this.leaveBehind(waiting, next);
      this.setClock(next);
    }
  }

  /** Messages whose lease ends with this step of the clock: another process will take them, and may repeat them. */
  private leaveBehind(waiting: readonly Waiting[], next: number): void {
    const claimed = waiting.filter(({ status }) => status === 'sending');
    const left = claimed.filter(({ next_at: at }) => (at?.getTime() ?? next) <= next);
    for (const { id } of left) this.excused.set(id, (this.excused.get(id) ?? 0) + 1);
    if (!this.killedSinceQuiet) this.seen.outrun += left.length;
    if (claimed.length === left.length) this.killedSinceQuiet = false;
  }

  /** Waits until every message has been tried that can be; a process that was killed never lets go of its own. */
  private async untilQuiet(): Promise<Waiting[]> {
    const began = performance.now();
    for (;;) {
      const waiting = await this.waiting();
      const now = this.office.clock.now();
      const busy = waiting.some(
        ({ status, next_at: at }) => status === 'sending' || (at?.getTime() ?? 0) <= now,
      );
      const patience = this.killedSinceQuiet ? patienceMs.afterKill : patienceMs.else;
      if (!busy || (this.up.size > 0 && performance.now() - began > patience)) return waiting;
      await delay(40);
    }
  }

  private waiting(): Promise<Waiting[]> {
    return this.office.query<Waiting>(
      `SELECT id, status, CASE status WHEN 'sending' THEN lease_until ELSE not_before END AS next_at FROM outbox_message
       WHERE status IN ('queued', 'sending', 'uncertain')`,
    );
  }

  private async taken(...turns: readonly (readonly [job: string, slot: string])[]): Promise<void> {
    const until = performance.now() + 120_000;
    for (;;) {
      const [row] = await this.office.query<{ jobs: number }>(
        `SELECT count(*)::int AS jobs FROM job_run r
         JOIN json_to_recordset($1) AS t(job text, slot text) ON t.job = r.job AND t.slot = r.slot`,
        [JSON.stringify(turns.map(([job, slot]) => ({ job, slot })))],
      );
      if (row?.jobs === turns.length) return;
      if (performance.now() > until) throw new Error(`nobody took ${turns.join(' and ')}`);
      await delay(40);
    }
  }

  /** Nothing hangs longer than a short day is. */
  private luck({ short }: StoryDay): SmtpMode {
    let place = this.random();
    for (const [mode, share] of failures) {
      place -= share;
      if (place < 0 && !(short && mode === 'hang')) return mode;
    }
    return 'accept';
  }

  private async killSome(): Promise<void> {
    const [victim, other]: Entry[] = this.random() < 0.5 ? ['main', 'worker'] : ['worker', 'main'];
    await delay(this.random() * 700);
    const both = this.random() < chanceOfSecondKill;
    await Promise.all([
      this.killAndRestart(victim ?? 'main'),
      ...(both ? [this.killAndRestart(other ?? 'worker')] : []),
    ]);
  }

  /** Whoever is killed comes back, and meanwhile the other one, if it lives, carries on. */
  private async killAndRestart(entry: Entry): Promise<void> {
    await this.kill(entry);
    this.killedSinceQuiet = true;
    this.seen.kills += 1;
    await this.start(entry);
  }

  private async kill(entry: Entry): Promise<void> {
    const server = this.running.get(entry);
    this.running.delete(entry);
    this.up.delete(entry);
    await (await server)?.kill9();
  }

  private async start(entry: Entry): Promise<void> {
    const server = spawnServer({
      databaseUrl: this.office.database.url,
      // One installation: of a second folder the database would take itself for a copy.
      dataDir: this.folder,
      entry,
      env: {
        JUNHENG_TEST_CLOCK: this.clockFile,
        SMTP_URL: this.sink.url,
        JUNHENG_ORIGIN: 'https://jh.example.gov.cn',
        MAIL_FROM: 'junheng@example.gov.cn',
        LOG_LEVEL: 'error',
      },
    });
    this.running.set(entry, server);
    await server;
    this.up.add(entry);
  }

  private get clockFile(): string {
    return join(this.folder, 'clock');
  }

  private setClock(ms: number): void {
    this.office.advanceMs(ms - this.office.clock.now());
    writeClock(this.clockFile, ms);
  }
}
