import type { DataSource } from 'typeorm';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { activateLadder } from '../../apps/server/src/features/escalation/activate-ladder.js';
import { runEscalation } from '../../apps/server/src/features/escalation/run-escalation.js';
import { saveLadder } from '../../apps/server/src/features/escalation/save-ladder.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { HandCount } from './hand-count.js';
import { beijing, Office } from './office.js';
import { type Change, storyLadder, type StoryTurn, type TurnStory, unitCount } from './turn-story.js';

const origin = 'https://jh.example.gov.cn';
const jobs = [
  { run: runEscalation, faults: ['rungs-planned', 'rungs-written', 'notices-written'] },
  { run: runReminders, faults: ['reminders-planned', 'digests-written'] },
] as const;

/** A story of turns lived by several processes, each with a pool and a clock of its own, and counted by hand beside it. */
export class TurnWorld {
  readonly count: HandCount;
  readonly seen = { broken: 0, changes: 0 };
  /** Who might be told of each unit's tasks, day by day. */
  private readonly rights = new Map<string, readonly string[]>();
  private accounts = new Map<string, string>();
  private units: string[] = [];

  private constructor(
    readonly office: Office,
    private readonly pools: readonly DataSource[],
    private readonly story: TurnStory,
  ) {
    this.count = new HandCount(story);
  }

  static async open(story: TurnStory, processes: number): Promise<TurnWorld> {
    const office = await Office.open({ now: '2022-08-31 12:00', years: story.years });
    const pool = () => createDataSource(office.database.connection, { poolSize: 2 }).initialize();
    const pools = await Promise.all(Array.from({ length: processes }, pool));
    const world = new TurnWorld(office, pools, story);
    await world.fill();
    return world;
  }

  async close(): Promise<void> {
    for (const pool of this.pools) await pool.destroy();
    await this.office.close();
  }

  async live(turn: StoryTurn): Promise<void> {
    const { count } = this;
    if (turn.change) await this.change(turn.change);
    const works = count.isWorkingDay(turn.date);
    const rungs = works ? count.plannedRungs(turn.date).length : 0;
    const up = turn.processes.filter((process) => process.up);
    const breaks = (fault: string | null, job: number): boolean =>
      jobs[job]?.faults.some((one) => one === fault) === true &&
      (rungs > 0 || (fault !== 'rungs-written' && fault !== 'notices-written'));
    await Promise.all(turn.processes.map((process, index) => this.run(process, index, turn.date)));
    for (let unit = 0; unit < unitCount; unit += 1)
      this.rights.set(`${turn.date} ${unit}`, count.rights(unit));
    if (!works) return;
    if (up.some(({ fault }) => !breaks(fault, 0))) count.escalate(turn.date);
    if (up.some(({ fault }) => !breaks(fault, 1))) count.remind(turn.date);
    this.seen.broken += up.filter(({ fault }) => fault !== null).length;
  }

  /** People who were told of a task on a day on which it was not their business. */
  async toldWithoutRight(): Promise<string[]> {
    const rows = await this.office.query<{ day: string; name: string; title: string }>(
      `SELECT to_char(o.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, a.name, t.title
       FROM outbox_message o JOIN account a ON a.id = o.account_id JOIN task t ON t.id = ANY(o.task_ids)`,
    );
    return rows.flatMap(({ day, name, title }) => {
      const unit = this.story.tasks[Number(title.slice(1))]?.unit;
      return this.rights.get(`${day} ${unit}`)?.includes(name) === true ? [] : [`${day} ${name} ${title}`];
    });
  }

  /** Rungs nobody was told of though the people they are for may be. */
  async untold(): Promise<string[]> {
    const rows = await this.office.query<{ name: string; title: string }>(
      `SELECT a.name, t.title FROM escalation_notice n JOIN account a ON a.id = n.account_id JOIN task t ON t.id = n.task_id
       WHERE n.message_id IS NULL`,
    );
    return rows
      .filter(({ name, title }) =>
        this.count.rights(this.story.tasks[Number(title.slice(1))]?.unit ?? -1).includes(name),
      )
      .map(({ name, title }) => `${name} ${title}`);
  }

  /** As the scheduler does it: a job that breaks off keeps the next one from nothing. */
  private async run(process: StoryTurn['processes'][number], index: number, date: string): Promise<void> {
    const pool = this.pools[index];
    if (!process.up || !pool) return;
    const nowMs = beijing(`${date} 09:02`) + process.skewSeconds * 1000;
    const faults = new FaultPoints(process.fault === null ? undefined : `${process.fault}:1:throw`);
    const unitOfWork = new UnitOfWork(pool, new BusinessTime({ now: () => nowMs }, undefined), faults);
    const scope = { actor: systemActor, campaignId: this.office.campaignId };
    for (const { run } of jobs) {
      await unitOfWork
        .run(scope, (work) => run(work, origin))
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.message.startsWith('fault at '))) throw error;
        });
    }
  }

  private async change(change: Change): Promise<void> {
    this.count.change(change);
    this.seen.changes += 1;
    const id = this.accounts.get(`p${change.person}`);
    if (change.kind === 'moved') {
      const unit = this.units[change.unit];
      await this.office.query(`UPDATE membership SET unit_id = $2 WHERE account_id = $1`, [id, unit]);
    } else {
      const active = change.kind === 'activated';
      await this.office.query(`UPDATE account SET active = $2 WHERE id = $1`, [id, active]);
    }
  }

  private async fill(): Promise<void> {
    const { office, story } = this;
    for (let unit = 0; unit < unitCount; unit += 1) this.units.push(await office.addUnit(`单位${unit}`));
    for (const { name, role, unit } of this.count.people) {
      const unitId = unit === null ? undefined : this.units[unit];
      const held = role === 'lead_group' ? 'government_office' : role;
      this.accounts.set(name, await office.addPerson({ name, role: held, ...(unitId ? { unitId } : {}) }));
    }
    await office.addTasks(
      story.tasks.map(({ unit, due }, index) => ({
        lead: this.units[unit] ?? '',
        dueOn: due,
        title: `t${index}`,
      })),
    );
    for (const [position, { offsetDays, dayKind, recipients }] of story.rules.entries()) {
      await office.query(`INSERT INTO reminder_rule VALUES ($1, $2, $3, $4, $5, $6, '{}', '{}', true)`, [
        office.campaignId,
        position,
        `规则${position}`,
        offsetDays,
        dayKind,
        recipients,
      ]);
    }
    const leaderIds = [this.accounts.get('leader') ?? ''];
    const accountId = this.accounts.get('supervision') ?? '';
    const actor = {
      accountId,
      name: '督查',
      role: 'supervision_office',
      unitId: null,
      unitName: null,
    } as const;
    const ladder = { ladder: storyLadder, leaderIds, basis: '督查室核定' };
    const version = await office.run((work) => saveLadder(work, ladder), actor);
    await office.run((work) => activateLadder(work, version), actor);
  }
}
