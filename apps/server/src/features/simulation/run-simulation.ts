import type { Behaviour, CampaignPack } from '#campaign-pack';
import { addDays, type CivilDate, DomainError, type WorkdayCalendar, yearOf } from '#kernel';
import type { DataSource } from 'typeorm';
import { scheduledJobs } from '../../jobs/scheduled-jobs.js';
import { systemActor } from '../../jobs/system-actor.js';
import { SimulatedPeople } from './act-on-tasks.js';
import { drainOutbox } from '../notifications/notifications.module.js';
import { assignDuties } from './assign-duties.js';
import { decideExtensions } from './decide-extensions.js';
import { releaseHeld } from './release-held.js';
import { setRecurringWork, setRules, type SimulatedRules } from './set-rules.js';
import { buildStage, type SimulationStage, workOn } from './simulation-stage.js';
import { type SimulatedMonth, tallyMonth } from './tally-month.js';

export interface SimulationInput {
  readonly pack: CampaignPack;
  readonly behaviour: Behaviour;
  readonly calendar: WorkdayCalendar;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly seed: number;
  readonly rules: SimulatedRules;
  /** Told after each working day how much of the way is behind; what it throws ends the run. */
  readonly onDay?: (share: number) => Promise<void>;
}

export interface SimulationResult {
  readonly pack: string;
  readonly behaviour: string;
  readonly ladder: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly seed: number;
  readonly days: number;
  readonly workingDays: number;
  readonly tasks: number;
  readonly messages: number;
  /** Papers the ladder asked for. */
  readonly papers: number;
  readonly months: readonly SimulatedMonth[];
}

const longestDays = 3700;
// Working days: a year goes by faster than the database's own housekeeping comes round, and its tables grow from nothing.
const analysedAfter = new Set([0, 5, 20, 60, 200, 600]);
// Links in the messages lead nowhere: nobody reads them.
const origin = 'http://simulation.example';

/**
 * Runs a campaign day by day on a clock of its own with the real operations, planner, reports and outbox, in a database
 * made for it. The same input gives the same result.
 * @param scratch an empty migrated database
 * @throws DomainError `rule_refused` when the days are the wrong way round or more than ten years apart
 */
export async function runSimulation(scratch: DataSource, input: SimulationInput): Promise<SimulationResult> {
  const { pack, behaviour, calendar, from, to, seed, rules, onDay } = input;
  const days = daysOf(from, to);
  const stage = await buildStage(scratch, pack, calendar, from);
  const people = new SimulatedPeople(stage, behaviour, seed);
  const workingDays = days.filter((day) => calendar.isWorkingDay(day));
  const [first] = workingDays;
  if (first) await setUp(stage, first, rules);
  const months: SimulatedMonth[] = [];
  for (const [index, day] of workingDays.entries()) {
    await runJobs(stage, day);
    const before = workingDays[index - 1];
    if (!before || yearOf(before) !== yearOf(day)) await giveDuties(stage, day, seed, to);
    await scratch.transaction(async (manager) => {
      await people.act(manager, day);
      await decideExtensions(stage, manager, day, behaviour, seed);
      await releaseHeld(stage, manager, day, behaviour, seed);
    });
    const next = workingDays[index + 1];
    if (analysedAfter.has(index)) await scratch.query('ANALYZE');
    if (next?.slice(0, 7) !== day.slice(0, 7))
      months.push(await tallyMonth(scratch.manager, stage.campaignId, lastOfMonth(day, to)));
    await onDay?.((index + 1) / workingDays.length);
  }
  return {
    pack: pack.id,
    behaviour: behaviour.name,
    ladder: rules.title,
    from,
    to,
    seed,
    days: days.length,
    workingDays: workingDays.length,
    tasks: months.reduce((sum, month) => sum + month.assigned, 0),
    messages: months.reduce((sum, month) => sum + month.messages, 0),
    papers: months.reduce((sum, month) => sum + month.papers, 0),
    months,
  };
}

function setUp(stage: SimulationStage, day: CivilDate, rules: SimulatedRules): Promise<void> {
  return stage.dataSource.transaction(async (manager) => {
    const work = workOn(stage, manager, day, '08:30', stage.office);
    await setRules(work, rules, stage.leader.accountId);
    await setRecurringWork(work);
  });
}

/** What the scheduler and the outbox would do at nine o'clock, in one transaction: nobody else is there to wait for it. */
async function runJobs({ dataSource, ...stage }: SimulationStage, day: CivilDate): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const work = workOn(stage, manager, day, '09:00', systemActor);
    for (const job of scheduledJobs) await job(work, origin);
    await drainOutbox(work);
  });
}

function giveDuties(stage: SimulationStage, day: CivilDate, seed: number, to: CivilDate): Promise<void> {
  return stage.dataSource.transaction((manager) =>
    assignDuties(workOn(stage, manager, day, '09:30', stage.office), seed, to),
  );
}

function daysOf(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to && days.length <= longestDays; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > longestDays) {
    throw new DomainError('rule_refused', {
      detail: `推演从${from}到${to}：结束日期不能早于开始日期，也不能超过十年。`,
    });
  }
  return days;
}

function lastOfMonth(day: CivilDate, to: CivilDate): CivilDate {
  let last = day;
  for (
    let next = addDays(day, 1);
    next <= to && next.slice(0, 7) === day.slice(0, 7);
    next = addDays(next, 1)
  )
    last = next;
  return last;
}
