import type { CivilDate } from '#kernel';
import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import {
  claimRequest,
  createTasksOfRequest,
  insertGaps,
  readOpenGapTasks,
  type TaskGap,
} from '../../tasks/tasks.module.js';
import { sourceText } from '../data-set-text.js';
import type { Evaluation, Evaluations } from '../evaluations.js';
import { nextDataDue } from '../responsibilities/data-cycle.js';
import { responsibleUnitsOf } from '../responsibilities/responsible-units-of.js';
import { restsOnSchools } from '../rests-on-schools.js';
import { type Figure, figuresOf } from './figures-of.js';
import type { CoveredGap, GapLine, GapTasksDraft, GapTasksPreview, NewGapTasks } from './gap-tasks.dto.js';
import { lackingOf } from './lacking.js';
import { nameOf, planGapTasks } from './plan-gap-tasks.js';

/**
 * The tasks that would be made for the gaps of an indicator, and the gaps that have one already.
 * @throws DomainError `not_found` for an unknown data set or indicator
 */
export async function previewGapTasks(
  work: Work,
  evaluations: Evaluations,
  draft: GapTasksDraft,
): Promise<GapTasksPreview> {
  return (await prepare(work, evaluations, draft)).preview;
}

/**
 * Makes them; what the preview showed, if nobody was faster.
 * @returns ids of the tasks; of the earlier ones when the request is repeated
 * @throws DomainError `rule_refused` when there is nothing to make, `request_reused`
 */
export async function createGapTasks(
  work: Work,
  evaluations: Evaluations,
  { requestId, assign, ...draft }: NewGapTasks,
): Promise<string[]> {
  // One after the other, so that two people at once do not make the tasks of a gap twice.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  const earlier = await claimRequest(work, requestId, [assign, draft]);
  if (earlier) return earlier;
  const { preview, dataSetId, asOf } = await prepare(work, evaluations, draft);
  const { tasks, problems, dueOn, indicator } = preview;
  if (problems.length > 0) {
    throw new DomainError('rule_refused', {
      detail: `没有生成任务：${problems[0]?.message}。`,
      errors: problems,
    });
  }
  const items = tasks.map(({ title, description, leadUnit, supportingUnits }) => ({
    source: { kind: 'indicator' as const },
    title,
    description,
    leadUnitId: leadUnit.id,
    supportingUnitIds: supportingUnits.map(({ id }) => id),
    dueOn: dueOn as CivilDate | null,
  }));
  const ids = await createTasksOfRequest(work, { requestId, assign, items });
  const gaps = tasks.flatMap(({ lines }, index) =>
    lines.map((line): TaskGap => ({ ...line, taskId: ids[index] ?? '', indicator, dataSetId, asOf })),
  );
  await work.fault('before-gaps');
  await insertGaps(work, gaps);
  return ids;
}

interface Prepared {
  readonly preview: GapTasksPreview;
  /** What the gaps rest on: null where no school table is behind them. */
  readonly dataSetId: string | null;
  readonly asOf: CivilDate;
}

async function prepare(work: Work, evaluations: Evaluations, draft: GapTasksDraft): Promise<Prepared> {
  const { indicator, dataSetId } = draft;
  const evaluation = await evaluations.evaluate(work, dataSetId === undefined ? {} : { dataSetId });
  const gaps = gapsOf(evaluation, draft);
  const definition = evaluation.standard.indicators.find(({ id }) => id === indicator);
  const responsibility = (await responsibleUnitsOf(work, definition ? [definition] : [])).get(indicator);
  if (!definition || !responsibility) throw new DomainError('not_found', { detail: '没有这项指标。' });
  const open = new Map(
    (await readOpenGapTasks(work, indicator)).map(({ task, ...gap }) => [keyOf(gap), task]),
  );
  const covered = gaps.flatMap((gap): CoveredGap[] => {
    const task = open.get(keyOf(gap));
    return task ? [{ ...gap, task }] : [];
  });
  const wanted = draft.again ? gaps : gaps.filter((gap) => !open.has(keyOf(gap)));
  const ofSchools = restsOnSchools(definition);
  const { dataSet } = evaluation;
  const tasks = planGapTasks({
    indicator: definition,
    gaps: wanted,
    responsibility,
    perSchool: draft.perSchool,
    source: ofSchools ? sourceText(dataSet) : `${nameOf(definition)}的现有数据和判定`,
  });
  const { due } = responsibility;
  const usualDue = due && nextDataDue(due, work.today);
  const message = problemOf(gaps, wanted, responsibility.leadUnits.length);
  return {
    dataSetId: ofSchools ? (dataSet?.id ?? null) : null,
    asOf: ofSchools && dataSet ? (dataSet.asOf as CivilDate) : evaluation.asOf,
    preview: {
      dataSet,
      asOf: evaluation.asOf,
      indicator,
      name: definition.name,
      dueOn: draft.dueOn === undefined ? usualDue : draft.dueOn,
      tasks,
      covered: draft.again ? [] : covered,
      problems: message === null ? [] : [{ pointer: '/indicator', message }],
    },
  };
}

function problemOf(gaps: readonly GapLine[], wanted: readonly GapLine[], leadUnits: number): string | null {
  if (gaps.length === 0) return '这里没有未达标的数字';
  if (wanted.length === 0) return '这些缺口都已有未销号的任务';
  return leadUnits === 0 ? '这项指标还没有对应的牵头单位，请先在“责任单位”页指定' : null;
}

function gapsOf(evaluation: Evaluation, { indicator, schoolCode, stage }: GapTasksDraft): GapLine[] {
  const unmet = figuresOf(evaluation, indicator).filter(
    (figure) =>
      figure.verdict === 'unmet' &&
      (schoolCode === undefined || figure.schoolCode === schoolCode) &&
      (stage === undefined || figure.stage === stage),
  );
  const lacking = unmet.length > 0 ? lackingOf(evaluation) : () => '';
  return unmet.map((figure) => gapLine(figure, lacking(figure)));
}

function gapLine({ schoolCode, schoolName, stage, figure, line }: Figure, lacking: string): GapLine {
  return { schoolCode, schoolName, stage, figure, line, lacking };
}

function keyOf({ schoolCode, stage }: Pick<GapLine, 'schoolCode' | 'stage'>): string {
  return `${schoolCode} ${stage}`;
}
