import { type CivilDate, type DueRule, type FieldFault, ruleText } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import type { BatchItem, BatchPreview, TaskMention } from './create-tasks.dto.js';
import { resolveDue } from './due-rule.js';
import { readPlan, sourceKey, type Plan } from './plan.queries.js';
import type { EvidenceKind, Priority, SourceKind } from './task-words.js';

const longestTitle = 200;

/** A batch item with everything filled in from its source, and what is wrong with it. */
export interface ResolvedItem {
  readonly index: number;
  readonly source: { readonly kind: SourceKind; readonly id: string | null; readonly title: string | null };
  readonly title: string;
  readonly description: string;
  readonly leadUnit: UnitRef | null;
  readonly supportingUnits: readonly UnitRef[];
  readonly dueOn: CivilDate | null;
  readonly dueRule: DueRule | null;
  readonly clause: ClauseRef | null;
  readonly priority: Priority;
  readonly requiredEvidence: readonly EvidenceKind[];
  readonly problems: readonly FieldFault[];
  readonly duplicateOf: TaskMention | null;
}

const sourceless: ReadonlySet<SourceKind> = new Set(['free', 'indicator']);

const placeInList = (index: number): string => `/items/${index}`;

/**
 * Fills a batch in from duties, clauses, targets and projects; a fixed number of statements however long it is.
 * @param place JSON Pointer of an item in the request
 * @param pastAllowed recurring work that was missed is made up for with the date it had
 */
export async function resolveBatch(
  work: Work,
  items: readonly BatchItem[],
  place: (index: number) => string = placeInList,
  pastAllowed = false,
): Promise<ResolvedItem[]> {
  const plan = await readPlan(work, items);
  return items.map((item, index) => resolveItem(work, plan, item, index, place(index), pastAllowed));
}

export function toPreview(items: readonly ResolvedItem[]): BatchPreview {
  const invalid = items.filter((item) => item.problems.length > 0).length;
  return {
    rows: items.map((item) => ({
      index: item.index,
      source: item.source,
      title: item.title,
      leadUnit: item.leadUnit,
      supportingUnits: [...item.supportingUnits],
      dueOn: item.dueOn,
      dueRuleText: item.dueRule && ruleText(item.dueRule),
      clause: item.clause,
      problems: [...item.problems],
      duplicateOf: item.duplicateOf,
    })),
    valid: items.length - invalid,
    invalid,
  };
}

function resolveItem(
  work: Work,
  plan: Plan,
  item: BatchItem,
  index: number,
  place: string,
  pastAllowed: boolean,
): ResolvedItem {
  const due = resolveDue(work, item);
  const source = item.source.id ? plan.sources.get(sourceKey(item.source.kind, item.source.id)) : undefined;
  const leadUnitId = item.leadUnitId ?? source?.unitId ?? undefined;
  const leadUnit = leadUnitId ? plan.units.get(leadUnitId) : undefined;
  const clauseId = item.clauseId ?? source?.clauseId;
  const title = item.title?.trim() ?? source?.title.slice(0, longestTitle) ?? '';
  const supportingUnits = (item.supportingUnitIds ?? []).flatMap((id) => plan.units.get(id) ?? []);
  const fault = (field: string, message: string): FieldFault => ({
    pointer: `${place}/${field}`,
    message,
  });
  const problems = [
    ...(!sourceless.has(item.source.kind) && !source
      ? [fault('source', '来源不存在，可能已从方案中撤下')]
      : []),
    ...(title === '' ? [fault('title', '请填写任务标题')] : []),
    ...(leadUnit ? [] : [fault('leadUnitId', leadUnitId ? '没有这个成员单位' : '请选择牵头单位')]),
    ...(item.supportingUnitIds?.length === supportingUnits.length || !item.supportingUnitIds
      ? []
      : [fault('supportingUnitIds', '配合单位中有不存在的单位')]),
    ...(leadUnit && item.supportingUnitIds?.includes(leadUnit.id)
      ? [fault('supportingUnitIds', `${leadUnit.shortName}已是牵头单位，不能同时配合`)]
      : []),
    ...due.faults.map(({ field, message }) => fault(field, message)),
    ...(due.dueOn && due.dueOn < work.today && !pastAllowed
      ? [fault(due.rule ? 'dueRule' : 'dueOn', '期限早于今天')]
      : []),
    ...(clauseId && !plan.clauses.has(clauseId) ? [fault('clauseId', '没有这个条款')] : []),
  ];
  return {
    index,
    source: {
      kind: item.source.kind,
      id: source ? (item.source.id ?? null) : null,
      title: source?.title ?? null,
    },
    title,
    description: item.description?.trim() ?? '',
    leadUnit: leadUnit ?? null,
    supportingUnits,
    dueOn: due.dueOn,
    dueRule: due.rule,
    clause: (clauseId && plan.clauses.get(clauseId)) || null,
    priority: item.priority ?? 'normal',
    requiredEvidence: item.requiredEvidence ?? [],
    problems,
    duplicateOf: (source && leadUnit && plan.openTasks.get(`${item.source.id}/${leadUnit.id}`)) || null,
  };
}
