import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import type { Actor, Role } from '../../apps/server/src/database/actor.js';
import { activateLadder } from '../../apps/server/src/features/escalation/activate-ladder.js';
import { saveLadder } from '../../apps/server/src/features/escalation/save-ladder.js';
import { withdrawTaskMessages } from '../../apps/server/src/features/notifications/notifications.module.js';
import {
  closeTask,
  noClosingChecks,
  postponeTask,
  submitTask,
} from '../../apps/server/src/features/tasks/tasks.module.js';
import { shippedLadder } from './ladder-scene.js';
import type { Office } from './office.js';
import { repeatable } from './repeatable.js';

export const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));

/** What happens on a working day before the sending window opens; the same for whoever lives it. */
export interface StoryDay {
  readonly date: CivilDate;
  /** In the end of the day the mail server takes everything. */
  readonly calm: boolean;
  /** The day is over before every mail has been tried again. */
  readonly short: boolean;
  /** The mail server cannot be reached all day. */
  readonly outage: boolean;
  readonly added: readonly {
    readonly lead: number;
    readonly support: number | null;
    readonly due: CivilDate;
  }[];
  /** Tasks by the order in which they were added. */
  readonly moved: readonly { readonly task: number; readonly due: CivilDate }[];
  readonly submitted: readonly number[];
  readonly closed: readonly number[];
}

const units = ['市财政局', '市教育局', '市人社局'];
const calmEvery = 6;
const keptOpen = 8;

/** The working days among so many days from 2022-09-01 on. */
export function tellStory(seed: number, days: number): StoryDay[] {
  const told = new Teller(repeatable(seed));
  const dates = Array.from({ length: days }, (_, index) => addDays(civilDate('2022-09-01'), index)).filter(
    (date) => calendar.isWorkingDay(date),
  );
  return dates.map((date, index) => told.day(date, index, dates[index + 1]));
}

/** Keeps what is open and in review from day to day. */
class Teller {
  private readonly open: number[] = [];
  private readonly inReview: { readonly task: number; readonly until: number }[] = [];
  private made = 0;
  private addedBefore: readonly number[] = [];
  private waits = false;

  constructor(private readonly random: () => number) {}

  day(date: CivilDate, index: number, next: CivilDate | undefined): StoryDay {
    const closed = this.inReview.filter(({ until }) => until <= index).map(({ task }) => task);
    this.inReview.splice(0, Infinity, ...this.inReview.filter(({ until }) => until > index));
    const submitted = this.submit(index);
    const before = this.made;
    const added = Array.from({ length: 1 + this.below(2) }, () => this.add(date));
    const moves = this.random() < 0.3 ? [this.open[this.below(this.open.length)] ?? 0] : [];
    const moved = moves.map((task) => ({ task, due: addDays(date, this.below(9)) }));
    const calm = index % calmEvery === calmEvery - 2 || next === undefined;
    // A day early on, and three days of six weeks.
    const outage = !calm && [3, 13, 14, 15].includes(index % 30);
    // What waits over a long holiday would be held as stale.
    const short = !calm && !outage && next !== undefined && next <= addDays(date, 4) && this.random() < 0.4;
    this.addedBefore = Array.from({ length: this.made - before }, (_, place) => before + place);
    this.waits = outage || short;
    return { date, calm, short, outage, added, moved, submitted, closed };
  }

  /** Preferably what yesterday's mails speak of while they wait. */
  private submit(index: number): number[] {
    const submitted = [
      ...(this.waits ? this.addedBefore.slice(0, 1) : []),
      ...this.open.slice(0, Math.max(0, this.open.length - keptOpen)),
    ].filter((task, place, all) => this.open.includes(task) && all.indexOf(task) === place);
    for (const task of submitted) {
      this.open.splice(this.open.indexOf(task), 1);
      this.inReview.push({ task, until: index + 1 + this.below(8) });
    }
    return submitted;
  }

  private add(date: CivilDate): StoryDay['added'][number] {
    this.open.push(this.made);
    this.made += 1;
    const support = this.below(6);
    return { lead: this.below(3), support: support < 3 ? support : null, due: addDays(date, this.below(13)) };
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

/** The people and tasks of the story in one office, with the ladder that comes with the program in force. */
export class Cast {
  private readonly tasks: { readonly id: string; readonly lead: number }[] = [];

  private constructor(
    private readonly office: Office,
    private readonly units: readonly { readonly id: string; readonly handler: Actor }[],
    private readonly reviewer: Actor,
  ) {}

  static async in(office: Office): Promise<Cast> {
    const members = [];
    for (const [index, name] of units.entries()) {
      const unitId = await office.addUnit(name);
      const person = (role: 'handler' | 'head'): Promise<string> =>
        office.addPerson({ name: `${name}${role}`, role, unitId, email: `${role}${index}@xinmi.example` });
      const accountId = await person('handler');
      await person('head');
      const handler = { accountId, name: `${name}handler`, role: 'handler', unitId, unitName: name } as const;
      members.push({ id: unitId, handler });
    }
    const reviewer = await officer(office, '政府办', 'government_office', 'office@xinmi.example');
    const supervision = await officer(office, '督查', 'supervision_office', 'supervision@xinmi.example');
    const leader = await officer(office, '县领导', 'government_office', 'leader@xinmi.example');
    const ladder = { ladder: shippedLadder(), leaderIds: [leader.accountId ?? ''], basis: '督查室核定' };
    const version = await office.run((work) => saveLadder(work, ladder), supervision);
    await office.run((work) => activateLadder(work, version), supervision);
    return new Cast(office, members, reviewer);
  }

  async live(day: StoryDay): Promise<void> {
    for (const task of day.closed) await this.close(task);
    for (const task of day.submitted) await this.submit(task);
    for (const { lead, support, due } of day.added) {
      const supports = support === null || support === lead ? [] : [this.unit(support).id];
      const id = await this.office.addTask({ lead: this.unit(lead).id, supports, dueOn: due });
      this.tasks.push({ id, lead });
    }
    for (const { task, due } of day.moved) await this.postpone(task, due);
  }

  private async submit(task: number): Promise<void> {
    const { id: taskId, lead } = this.task(task);
    const { version } = await this.row(task);
    await this.office.run((work) => submitTask(work, { taskId, version }), this.unit(lead).handler);
  }

  private async close(task: number): Promise<void> {
    const { id: taskId } = this.task(task);
    const { version } = await this.row(task);
    const input = { taskId, version, note: '同意销号。' };
    await this.office.run((work) => closeTask(work, input, noClosingChecks), this.reviewer);
  }

  /** As the last approval of an extension does it. */
  private async postpone(task: number, dueOn: CivilDate): Promise<void> {
    const { id: taskId } = this.task(task);
    const { dueVersion } = await this.row(task);
    await this.office.run(async (work) => {
      await postponeTask(work, { taskId, dueVersion, dueOn, note: '同意延期。' });
      await withdrawTaskMessages(work, taskId, `期限已延至${dueOn}`);
    }, this.reviewer);
  }

  private async row(task: number): Promise<{ version: number; dueVersion: number }> {
    const sql = `SELECT version, due_version AS "dueVersion" FROM task WHERE id = $1`;
    const [row] = await this.office.query<{ version: number; dueVersion: number }>(sql, [this.task(task).id]);
    if (!row) throw new Error(`task ${task} is gone`);
    return row;
  }

  private unit(index: number): Cast['units'][number] {
    return there(this.units[index], `unit ${index}`);
  }

  private task(index: number): Cast['tasks'][number] {
    return there(this.tasks[index], `task ${index}`);
  }
}

async function officer(office: Office, name: string, role: Role, email: string): Promise<Actor> {
  return {
    accountId: await office.addPerson({ name, role, email }),
    name,
    role,
    unitId: null,
    unitName: null,
  };
}

function there<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the story has no ${name}`);
  return value;
}
