import type { RungAudience } from '#campaign-pack';
import { addDays, type CivilDate, WorkdayCalendar } from '#kernel';
import { offsetCode } from '../../apps/server/src/features/reminders/reminder-rule.js';
import { type Change, type StoryRule, storyLadder, type TurnStory, unitCount } from './turn-story.js';

interface Person {
  readonly name: string;
  readonly role: 'handler' | 'head' | 'supervision_office' | 'lead_group';
  unit: number | null;
  active: boolean;
}

/**
 * What must have been recorded of a story, counted unlike the product: one day at a time, every task, person and rule on
 * its own.
 */
export class HandCount {
  readonly reminders = new Set<string>();
  readonly rungs: string[] = [];
  readonly notices: string[] = [];
  readonly people: readonly Person[];
  private readonly calendar: WorkdayCalendar;
  private readonly highest = new Map<number, number>();
  private readonly speaksOn = new Map<string, CivilDate>();

  constructor(private readonly story: TurnStory) {
    this.calendar = new WorkdayCalendar(story.years);
    const members = Array.from({ length: unitCount }, (_, unit): Person[] => [
      { name: `p${2 * unit}`, role: 'handler', unit, active: true },
      { name: `p${2 * unit + 1}`, role: 'head', unit, active: true },
    ]);
    this.people = [
      ...members.flat(),
      { name: 'supervision', role: 'supervision_office', unit: null, active: true },
      { name: 'leader', role: 'lead_group', unit: null, active: true },
    ];
  }

  isWorkingDay(date: CivilDate): boolean {
    return this.calendar.isWorkingDay(date);
  }

  change(change: Change): void {
    const person = this.people[change.person];
    if (!person) throw new Error(`nobody is number ${change.person}`);
    if (change.kind === 'moved') person.unit = change.unit;
    else person.active = change.kind === 'activated';
  }

  /** Who may be told of a task of a unit at this moment. */
  rights(unit: number): string[] {
    return this.people
      .filter((person) => person.active && (person.unit === null || person.unit === unit))
      .map(({ name }) => name);
  }

  /** The rungs a turn of this day raises; the story decides whether they are also recorded. */
  plannedRungs(today: CivilDate): PlannedRung[] {
    return this.story.tasks.flatMap(({ unit, due }, task) => {
      const late = this.daysLate(due, today);
      const planned: PlannedRung[] = [];
      for (const [index, rung] of storyLadder.rungs.entries()) {
        if (index < (this.highest.get(task) ?? 0)) continue;
        if (late < (rung.late.due ?? Infinity)) break;
        const told = this.audience(rung.audience, unit);
        planned.push({ task, rung: index + 1, told });
        if (told.length > 0) break;
      }
      return planned;
    });
  }

  escalate(today: CivilDate): void {
    for (const { task, rung, told } of this.plannedRungs(today)) {
      this.highest.set(task, rung);
      this.rungs.push(`t${task} ${rung} ${told.length > 0 ? 'raised' : 'skipped_empty'} ${today}`);
      this.notices.push(...told.map((name) => `t${task} ${rung} ${name}`));
    }
  }

  remind(today: CivilDate): void {
    for (const [task, { unit, due }] of this.story.tasks.entries()) {
      for (const rule of this.story.rules) {
        if (this.dayOf(due, rule) > today) continue;
        for (const name of this.reached(rule, unit))
          this.reminders.add(`t${task} ${name} ${offsetCode(rule)}`);
      }
    }
  }

  private reached({ recipients }: StoryRule, unit: number): string[] {
    return this.people
      .filter((person) => person.active && person.unit === unit)
      .filter(({ role }) => recipients.includes(role === 'head' ? 'lead_head' : 'handler'))
      .map(({ name }) => name);
  }

  private audience(audience: readonly RungAudience[], unit: number): string[] {
    return this.people
      .filter((person) => person.active && (person.unit === null || person.unit === unit))
      .filter(({ role }) => audience.includes(role))
      .map(({ name }) => name);
  }

  private daysLate(due: CivilDate, today: CivilDate): number {
    let late = 0;
    for (let day = due; day < today; day = addDays(day, 1))
      late += this.isWorkingDay(addDays(day, 1)) ? 1 : 0;
    for (let day = today; day < due; day = addDays(day, 1))
      late -= this.isWorkingDay(addDays(day, 1)) ? 1 : 0;
    return late;
  }

  private dayOf(due: CivilDate, rule: StoryRule): CivilDate {
    const key = `${due} ${rule.offsetDays} ${rule.dayKind}`;
    const known = this.speaksOn.get(key) ?? this.countDay(due, rule);
    this.speaksOn.set(key, known);
    return known;
  }

  private countDay(due: CivilDate, { offsetDays: offset, dayKind }: StoryRule): CivilDate {
    const step = (from: CivilDate, by: 1 | -1, count: number): CivilDate => {
      let day = from;
      for (let left = count; left > 0;) {
        day = addDays(day, by);
        if (this.isWorkingDay(day)) left -= 1;
      }
      return day;
    };
    if (dayKind === 'calendar') {
      const day = addDays(due, offset);
      return this.isWorkingDay(day) ? day : step(day, 1, 1);
    }
    if (offset > 0) return step(due, 1, offset);
    return step(this.isWorkingDay(due) ? due : step(due, -1, 1), -1, -offset);
  }
}

interface PlannedRung {
  readonly task: number;
  readonly rung: number;
  readonly told: readonly string[];
}
