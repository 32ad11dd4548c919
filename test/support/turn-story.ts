import type { Ladder } from '#campaign-pack';
import { addDays, type CalendarYear, civilDate, type CivilDate } from '#kernel';
import fc from 'fast-check';
import { randomYears } from './random-calendar.js';

export interface StorySize {
  readonly days: number;
  readonly tasks: number;
  readonly rules: number;
  readonly processes: number;
}

export type Change =
  | { readonly kind: 'deactivated' | 'activated'; readonly person: number }
  | { readonly kind: 'moved'; readonly person: number; readonly unit: number };

export interface StoryTurn {
  readonly date: CivilDate;
  /** Happens before the turn. */
  readonly change: Change | null;
  readonly processes: readonly {
    readonly up: boolean;
    readonly skewSeconds: number;
    /** Where its turn breaks off. */
    readonly fault: string | null;
  }[];
}

export interface StoryRule {
  readonly offsetDays: number;
  readonly dayKind: 'working' | 'calendar';
  readonly recipients: readonly ('handler' | 'lead_head')[];
}

export interface TurnStory {
  readonly years: readonly CalendarYear[];
  readonly rules: readonly StoryRule[];
  readonly tasks: readonly { readonly unit: number; readonly due: CivilDate }[];
  readonly turns: readonly StoryTurn[];
}

/** Units of the story; each has a handler and a head, who are persons 2·unit and 2·unit + 1. */
export const unitCount = 3;
export const storyLadder: Ladder = {
  name: '逐级督办',
  start: { normal: 1, important: 1, urgent: 1 },
  rungs: [
    rung('提醒', -3, ['handler']),
    rung('催办', 1, ['handler', 'head']),
    rung('督办', 5, ['head', 'supervision_office']),
    rung('通报', 10, ['supervision_office', 'lead_group']),
  ],
};

const first = civilDate('2022-09-01');
const faults = ['rungs-planned', 'rungs-written', 'notices-written', 'reminders-planned', 'digests-written'];
// The last days are quiet, so that whatever was missed is made up for.
const quietDays = 15;

function rung(
  name: string,
  due: number,
  audience: Ladder['rungs'][number]['audience'],
): Ladder['rungs'][number] {
  return { name, colour: 'red', late: { due }, audience, issues: 'message', replyWorkingDays: null };
}

/** The story of a seed: always the same one. */
export function tellTurns(seed: number, size: StorySize): TurnStory {
  const [story] = fc.sample(storyOf(size), { seed, numRuns: 1 });
  if (!story) throw new Error(`no story for seed ${seed}`);
  return story;
}

function storyOf(size: StorySize): fc.Arbitrary<TurnStory> {
  const years = [0, 1, 2].map((after) => 2022 + after);
  const task = fc
    .record({ unit: fc.nat({ max: unitCount - 1 }), after: fc.integer({ min: -10, max: size.days - 10 }) })
    .map(({ unit, after }) => ({ unit, due: addDays(first, after) }));
  const exactly = (length: number) => ({ minLength: length, maxLength: length });
  return fc.record({
    years: randomYears(years, 40),
    rules: fc.uniqueArray(rule, {
      ...exactly(size.rules),
      selector: ({ offsetDays, dayKind }) => `${offsetDays} ${dayKind}`,
    }),
    tasks: fc.array(task, exactly(size.tasks)),
    turns: fc
      .tuple(...Array.from({ length: size.days }, (_, index) => turn(index, size)))
      .map((turns) => turns.map((one, index) => ({ ...one, date: addDays(first, index) }))),
  });
}

const rule: fc.Arbitrary<StoryRule> = fc.record({
  offsetDays: fc.integer({ min: -12, max: 12 }),
  dayKind: fc.constantFrom('working', 'calendar'),
  recipients: fc.constantFrom(
    ['handler'] as const,
    ['handler', 'lead_head'] as const,
    ['lead_head'] as const,
  ),
});

function turn(index: number, { days, processes }: StorySize): fc.Arbitrary<Omit<StoryTurn, 'date'>> {
  const quiet = index >= days - quietDays;
  const process = fc.record({
    up: quiet ? fc.constant(true) : often(3, fc.constant(true), fc.constant(false)),
    skewSeconds: fc.integer({ min: -90, max: 90 }),
    fault: quiet ? fc.constant(null) : often(2, fc.constant(null), fc.constantFrom(...faults)),
  });
  const person = fc.nat({ max: 2 * unitCount - 1 });
  const change = fc.oneof(
    fc.record({ kind: fc.constantFrom('deactivated' as const, 'activated' as const), person }),
    fc.record({ kind: fc.constant('moved' as const), person, unit: fc.nat({ max: unitCount - 1 }) }),
  );
  return fc.record({
    change: quiet ? fc.constant(null) : often(2, fc.constant(null), change),
    processes: fc.array(process, { minLength: processes, maxLength: processes }),
  });
}

function often<Usual, Else>(weight: number, usual: fc.Arbitrary<Usual>, other: fc.Arbitrary<Else>) {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other });
}
