import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import type { Office } from './office.js';
import { repeatable } from './repeatable.js';

export const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));

/** What happens on a working day before the sending window opens; the same for whoever lives it. */
export interface StoryDay {
  readonly date: CivilDate;
  /** In the end of the day the mail server takes everything. */
  readonly calm: boolean;
  /** The mail server cannot be reached all day. */
  readonly outage: boolean;
  readonly added: readonly {
    readonly lead: number;
    readonly support: number | null;
    readonly due: CivilDate;
  }[];
  /** Tasks by the order in which they were added. */
  readonly moved: readonly { readonly task: number; readonly due: CivilDate }[];
  readonly closed: readonly number[];
}

const units = ['市财政局', '市教育局', '市人社局'];
const closedEvery = 6;
const keptOpen = 8;

/** The working days among so many days from 2022-09-01 on. */
export function tellStory(seed: number, days: number): StoryDay[] {
  const random = repeatable(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const open: number[] = [];
  let made = 0;
  const dates = Array.from({ length: days }, (_, index) => addDays(civilDate('2022-09-01'), index)).filter(
    (date) => calendar.isWorkingDay(date),
  );
  return dates.map((date, index) => {
    // Tasks are closed when nothing waits from the days before, so that no mail is withdrawn for it.
    const closing = index % closedEvery === closedEvery - 1;
    const closed = closing ? open.splice(0, Math.max(0, open.length - keptOpen)) : [];
    const added = Array.from({ length: 1 + below(2) }, () => {
      open.push(made);
      made += 1;
      const support = below(6);
      return { lead: below(3), support: support < 3 ? support : null, due: addDays(date, below(13)) };
    });
    const moves = random() < 0.3 ? [open[below(open.length)] ?? 0] : [];
    const moved = moves.map((task) => ({ task, due: addDays(date, below(9)) }));
    const calm = index % closedEvery === closedEvery - 2 || index === dates.length - 1;
    // Three days of six weeks, over before the next tasks are closed.
    const outage = !calm && [13, 14, 15].includes(index % 30);
    return { date, calm, outage, added, moved, closed };
  });
}

/** The people and tasks of the story in one office. */
export class Cast {
  private readonly tasks: string[] = [];

  private constructor(
    private readonly office: Office,
    private readonly units: readonly string[],
  ) {}

  static async in(office: Office): Promise<Cast> {
    const ids: string[] = [];
    for (const [index, name] of units.entries()) {
      const unitId = await office.addUnit(name);
      ids.push(unitId);
      for (const role of ['handler', 'head'] as const)
        await office.addPerson({
          name: `${name}${role}`,
          role,
          unitId,
          email: `${role}${index}@xinmi.example`,
        });
    }
    await office.addPerson({ name: '督查', role: 'supervision_office', email: 'supervision@xinmi.example' });
    return new Cast(office, ids);
  }

  async live(day: StoryDay): Promise<void> {
    for (const task of day.closed)
      await this.office.changeTask(this.id(task), { action: 'close', state: 'closed' });
    for (const { lead, support, due } of day.added) {
      const supports = support === null || support === lead ? [] : [this.units[support] ?? ''];
      this.tasks.push(await this.office.addTask({ lead: this.units[lead] ?? '', supports, dueOn: due }));
    }
    for (const { task, due } of day.moved)
      await this.office.changeTask(this.id(task), { action: 'edit', state: 'signed', dueOn: due });
  }

  private id(task: number): string {
    const id = this.tasks[task];
    if (id === undefined) throw new Error(`the story has no task ${task}`);
    return id;
  }
}
