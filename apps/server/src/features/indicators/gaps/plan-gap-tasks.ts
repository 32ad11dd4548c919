import { stageNames, type IndicatorDefinition } from '#indicator-engine';
import type { UnitRef } from '../../../http/refs.dto.js';
import type { Responsibility } from '../responsibilities/responsible-units-of.js';
import type { GapLine, GapTask } from './gap-tasks.dto.js';

const longestTitle = 200;
/** A description stays readable, and within what a person may edit; all gaps stand in the task's own list. */
const mostListed = 60;

export interface GapTaskPlan {
  readonly indicator: Pick<IndicatorDefinition, 'id' | 'name' | 'group'>;
  readonly gaps: readonly GapLine[];
  readonly responsibility: Pick<Responsibility, 'leadUnits' | 'supportUnits'>;
  readonly perSchool: boolean;
  /** Which data, in words. */
  readonly source: string;
}

/** One task for each lead unit that lists the gaps, or one for each lead unit and school. */
export function planGapTasks(plan: GapTaskPlan): GapTask[] {
  const { gaps, perSchool, responsibility } = plan;
  const parts = gaps.length === 0 ? [] : perSchool ? bySchool(gaps) : [gaps];
  return parts.flatMap((lines) => responsibility.leadUnits.map((leadUnit) => gapTask(plan, lines, leadUnit)));
}

function bySchool(gaps: readonly GapLine[]): GapLine[][] {
  const schools = new Map<string | null, GapLine[]>();
  for (const gap of gaps) schools.set(gap.schoolCode, [...(schools.get(gap.schoolCode) ?? []), gap]);
  return [...schools.values()];
}

function gapTask(plan: GapTaskPlan, lines: readonly GapLine[], leadUnit: UnitRef): GapTask {
  const others = plan.responsibility.leadUnits.filter(({ id }) => id !== leadUnit.id);
  return {
    title: titleOf(plan, lines).slice(0, longestTitle),
    description: descriptionOf(plan, lines),
    leadUnit,
    supportingUnits: plan.responsibility.supportUnits.filter(
      ({ id }) => id !== leadUnit.id && !others.some((other) => other.id === id),
    ),
    lines: [...lines],
  };
}

function titleOf({ indicator }: GapTaskPlan, lines: readonly GapLine[]): string {
  const schools = [...new Map(lines.map((line) => [line.schoolCode, line.schoolName]))].filter(
    ([code]) => code !== null,
  );
  const what = nameOf(indicator);
  const [first] = schools;
  if (!first) return `${what}未达标`;
  return schools.length === 1 ? `${first[1]} ${what}未达标` : `${what}：${schools.length} 所学校未达标`;
}

/** C4 生均教学及辅助用房面积 */
export function nameOf({ id, name, group }: GapTaskPlan['indicator']): string {
  return group === 'approval' ? name : `${id} ${name}`;
}

function descriptionOf({ source }: GapTaskPlan, lines: readonly GapLine[]): string {
  const listed = lines.slice(0, mostListed).map((line, index) => {
    const place = placeOf(line);
    const number = lines.length > 1 ? `${index + 1}. ` : '';
    return `${number}${place}：现状 ${line.figure}；国家标准 ${line.line || '见指标说明'}；${line.lacking}。`;
  });
  const rest = lines.length - listed.length;
  return [
    `依据：${source}。`,
    '要求：补足下列缺口，达到国家标准；销号时以届时最新数据核对。',
    ...listed,
    ...(rest > 0 ? [`其余 ${rest} 处见本任务的缺口清单。`] : []),
  ].join('\n');
}

function placeOf({ schoolName, stage }: GapLine): string {
  const stageName = stage === null ? null : stageNames[stage];
  if (schoolName === null) return stageName === null ? '全县' : `全县${stageName}`;
  return stageName === null ? schoolName : `${schoolName}（${stageName}）`;
}
