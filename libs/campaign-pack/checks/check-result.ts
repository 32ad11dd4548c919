import type { PackContent, ProjectYear, Stage, Target } from '../campaign-pack.js';

/** One thing that was compared: it holds, is a contradiction in the plan to settle, or a fault of the pack. */
export interface CheckResult {
  readonly id: string;
  readonly level: 'holds' | 'warning' | 'error';
  /** In Chinese, with the figures. */
  readonly message: string;
  /** Number of the clause it is about, as in the plan. */
  readonly clause: string | null;
}

export type PackCheck = (pack: PackContent) => CheckResult[];

export const stageNames: Readonly<Record<Stage, string>> = { primary: '小学', junior: '初中' };
export const stages: readonly Stage[] = ['primary', 'junior'];

export function clauseNumber(pack: PackContent, clause: string): string | null {
  return pack.clauses.find((each) => each.id === clause)?.number ?? null;
}

/** The target other figures of a stage are measured by, if the plan sets one. */
export function measureOf(
  pack: PackContent,
  measure: 'class_size' | 'school_size',
  stage: Stage,
): Target | undefined {
  return pack.targets.find((target) => target.measure === measure && target.stage === stage);
}

/** Every stage for which a year declares places. */
export function declaredPlaces(pack: PackContent): { year: ProjectYear; stage: Stage; places: number }[] {
  return pack.projectYears.flatMap((year) =>
    stages.flatMap((stage) => {
      const places = year.places[stage];
      return places === null ? [] : [{ year, stage, places }];
    }),
  );
}
