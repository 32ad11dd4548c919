import { sumMoney } from './money.js';
import {
  type MoneyKind,
  type MoneySource,
  moneySources,
  type ProjectStage,
  projectStages,
} from './project-words.js';

/** What the sums need to know of a project. */
export interface CountedProject {
  readonly stages: readonly ProjectStage[];
  readonly cancelled: boolean;
  readonly unreported: boolean;
  readonly started: boolean;
  readonly completed: boolean;
  readonly accepted: boolean;
  /** null: unknown. */
  readonly places: Readonly<Record<ProjectStage, number | null>>;
  /** 万元 by source; a source without a figure is absent. */
  readonly money: Readonly<Record<MoneyKind, Partial<Readonly<Record<MoneySource, string>>>>>;
}

/** Places of schools; null: of no school the figure is known. */
export interface PlacesSum {
  readonly primary: number | null;
  readonly junior: number | null;
  readonly total: number | null;
}

/** Schools that have come to a level, with what they are to bring; those whose figures are unknown are counted beside. */
export interface LevelSum {
  readonly schools: number;
  /** A school with two stages has two. */
  readonly sections: number;
  readonly places: PlacesSum;
  readonly placesUnknown: number;
  /** Planned 万元. */
  readonly investment: string | null;
  readonly investmentUnknown: number;
}

export const rollUpLevels = ['planned', 'started', 'completed', 'accepted'] as const;
export type RollUpLevel = (typeof rollUpLevels)[number];

export interface MoneySum {
  readonly total: string | null;
  readonly bySource: Partial<Readonly<Record<MoneySource, string>>>;
  /** Projects without any figure of this kind. */
  readonly unknown: number;
}

/** Sums that refuse to hide: each level counts the schools that came at least so far, and what is not known stands beside. */
export interface RollUp {
  /** Without those that were cancelled. */
  readonly projects: number;
  readonly cancelled: number;
  readonly unreported: number;
  readonly levels: Readonly<Record<RollUpLevel, LevelSum>>;
  readonly money: Readonly<Record<MoneyKind, MoneySum>>;
}

const levelOf: Readonly<Record<RollUpLevel, (project: CountedProject) => boolean>> = {
  planned: () => true,
  started: ({ started }) => started,
  completed: ({ completed }) => completed,
  accepted: ({ accepted }) => accepted,
};

/**
 * Adds projects up. Sums over any division of the projects give the sum of all; unknown figures are never taken to be 0.
 * @param only of this stage alone: places of other stages are left out, money is not divided
 */
export function rollUp(projects: readonly CountedProject[], only?: ProjectStage): RollUp {
  const stages = only === undefined ? projectStages : [only];
  const meant = projects.filter((project) => stages.some((stage) => project.stages.includes(stage)));
  const counted = meant.filter(({ cancelled }) => !cancelled);
  const level = (name: RollUpLevel): LevelSum => levelSum(counted.filter(levelOf[name]), stages);
  return {
    projects: counted.length,
    cancelled: meant.length - counted.length,
    unreported: counted.filter(({ unreported }) => unreported).length,
    levels: {
      planned: level('planned'),
      started: level('started'),
      completed: level('completed'),
      accepted: level('accepted'),
    },
    money: {
      planned: moneySum(counted, 'planned'),
      arranged: moneySum(counted, 'arranged'),
      paid: moneySum(counted, 'paid'),
    },
  };
}

function levelSum(projects: readonly CountedProject[], stages: readonly ProjectStage[]): LevelSum {
  const has = (project: CountedProject, stage: ProjectStage): boolean =>
    stages.includes(stage) && project.stages.includes(stage);
  const of = (stage: ProjectStage): number | null =>
    sumKnown(projects.filter((project) => has(project, stage)).map(({ places }) => places[stage]));
  const places = { primary: of('primary'), junior: of('junior') };
  const unknown = projects.filter((project) =>
    stages.some((stage) => has(project, stage) && project.places[stage] === null),
  );
  const { total, unknown: investmentUnknown } = moneySum(projects, 'planned');
  const sections = projects.flatMap((project) => stages.filter((stage) => has(project, stage)));
  return {
    schools: projects.length,
    sections: sections.length,
    places: { ...places, total: totalOf(projects.length, places) },
    placesUnknown: unknown.length,
    investment: total,
    investmentUnknown,
  };
}

/** A stage none of the schools has does not make the total unknown, and nothing known is no 0. */
function totalOf(schools: number, { primary, junior }: Omit<PlacesSum, 'total'>): number | null {
  if (schools === 0) return 0;
  const known = [primary, junior].flatMap((sum) => sum ?? []);
  const sum = known.reduce((a, b) => a + b, 0);
  return sum === 0 && (primary === null || junior === null) ? null : sum;
}

function sumKnown(figures: readonly (number | null)[]): number | null {
  const known = figures.flatMap((figure) => figure ?? []);
  return known.length === 0 && figures.length > 0 ? null : known.reduce((a, b) => a + b, 0);
}

function moneySum(projects: readonly CountedProject[], kind: MoneyKind): MoneySum {
  const bySource = Object.fromEntries(
    moneySources.flatMap((source) => {
      const figures = projects.flatMap(({ money }) => money[kind][source] ?? []);
      return figures.length === 0 ? [] : [[source, sumMoney(figures)] as const];
    }),
  );
  const unknown = projects.filter(({ money }) => Object.keys(money[kind]).length === 0).length;
  const total = projects.length > 0 && unknown === projects.length ? null : sumMoney(Object.values(bySource));
  return { total, bySource, unknown };
}

/** 万元 a project has of a kind; null: unknown. */
export function moneyOf({ money }: Pick<CountedProject, 'money'>, kind: MoneyKind): string | null {
  const figures = Object.values(money[kind]);
  return figures.length === 0 ? null : sumMoney(figures);
}

/** Nothing is known of any kind. */
export const noMoney: CountedProject['money'] = { planned: {}, arranged: {}, paid: {} };
