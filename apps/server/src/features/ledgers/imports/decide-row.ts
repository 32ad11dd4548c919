import { type FieldFault, type CivilDate } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { ledgerNumber } from '../ledger-reading.js';
import { fieldFaults, missingFields } from '../entries/entry-fields.js';
import type { EntryDraft } from '../entries/insert-entries.js';
import { judgedByData } from '../entries/judged-by-data.js';
import { mayOpen, maySetResponsibility, mayStep } from '../entries/ledger.policy.js';
import { emptyPlan } from '../entries/open-entry.js';
import { type Plan, planDifference, type PlanDifference, type PlanInput } from '../entries/plan-changes.js';
import { planFaults } from '../entries/plan-faults.js';
import type { PlanRef } from '../entries/plan-refs.queries.js';
import { ledgerStateNames, ledgerStep } from '../ledger-state.js';
import type { ExistingEntry, ImportFacts } from './import-facts.queries.js';

/** What a row is about, as far as its cells say; null: not enough to open an entry. */
export type RowSubject = Omit<EntryDraft, keyof Plan>;

/** One row of a ledger somebody keeps, its names resolved. */
export interface ImportedRow {
  readonly row: number;
  /** Of the entry it names itself. */
  readonly seq: number | null;
  readonly subject: RowSubject | null;
  readonly input: PlanInput;
}

export type RowDecision =
  | { readonly outcome: 'opened'; readonly draft: EntryDraft }
  | { readonly outcome: 'changed'; readonly entry: ExistingEntry; readonly difference: PlanDifference }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault[] };

interface Moment {
  readonly actor: Actor;
  readonly today: CivilDate;
}

/**
 * What a row would do, judged as if it were entered by hand by this person.
 * @returns faults with pointers such as `/unitId`; `/number` and `/subject` for what concerns the row as a whole
 */
export function decideRow(moment: Moment, facts: ImportFacts, row: ImportedRow): RowDecision {
  const existing =
    row.seq === null ? facts.byKey.get(row.subject?.subjectKey ?? '') : facts.bySeq.get(row.seq);
  if (row.seq !== null && !existing) return refused('/number', '本台账没有这个编号');
  if (existing && row.subject && row.subject.subjectKey !== existing.subjectKey) {
    return refused('/number', `${ledgerNumber(existing.seq)}不是这个对象的台账，请核对编号`);
  }
  return existing ? decideChange(moment, facts, existing, row.input) : decideOpening(moment, facts, row);
}

function decideChange(
  moment: Moment,
  facts: ImportFacts,
  entry: ExistingEntry,
  input: PlanInput,
): RowDecision {
  const { actor } = moment;
  if (!mayStep(actor, entry, facts.kind, 'plan')) {
    return refused('/number', actor.unitId === null ? '您不能改动措施和责任' : '不属于本单位，不能导入');
  }
  const difference = planDifference(facts.kind, entry, input);
  if (difference.changes.length === 0) return { outcome: 'unchanged' };
  const step = ledgerStep('plan', {
    ...entry,
    actorId: actor.accountId,
    note: undefined,
    missingEvidence: [],
    ground: null,
    byData: judgedByData(facts.kind),
    outcome: null,
  });
  if ('refusal' in step) {
    return refused('/number', `${ledgerNumber(entry.seq)}现在是“${ledgerStateNames[entry.state]}”，不能改动`);
  }
  const faults = [
    ...planFaults(moment, entry, difference.plan, difference.changed, refsOf(facts)),
    ...fieldFaults(facts.kind, input.fields ?? {}),
  ];
  return faults.length > 0 ? { outcome: 'refused', faults } : { outcome: 'changed', entry, difference };
}

function decideOpening(moment: Moment, facts: ImportFacts, { subject, input }: ImportedRow): RowDecision {
  const { kind } = facts;
  if (!subject) return refused('/subject', '没有填全台账对象，不知道是哪一条');
  const { plan, changed } = planDifference(kind, emptyPlan, input);
  const byData = judgedByData(kind);
  const may = byData ? maySetResponsibility(moment.actor) : mayOpen(moment.actor, kind, plan);
  if (!may) {
    return byData
      ? refused('/subject', `台账里没有这一条；${kind.opens}`)
      : refused('/unitId', '不属于本单位，不能导入');
  }
  const asOffice: Moment = { ...moment, actor: { ...moment.actor, role: 'government_office' } };
  const faults = [
    ...planFaults(asOffice, emptyPlan, plan, changed, refsOf(facts)),
    ...fieldFaults(kind, input.fields ?? {}),
    ...missingFields(kind, plan.fields),
    ...(byData || plan.unitId !== null || plan.townshipId !== null
      ? []
      : [{ pointer: '/unitId', message: '请填写责任单位或乡镇' }]),
  ];
  return faults.length > 0
    ? { outcome: 'refused', faults }
    : { outcome: 'opened', draft: { ...subject, ...plan } };
}

function refused(pointer: string, message: string): RowDecision {
  return { outcome: 'refused', faults: [{ pointer, message }] };
}

/** Everything a row can name was looked up by name; whatever has an id is there. */
function refsOf({ units, projects }: ImportFacts): Map<string, PlanRef> {
  const refs = new Map<string, PlanRef>();
  for (const { id, name, kind } of units.values()) refs.set(id, { name, type: kind });
  for (const [name, ids] of projects) for (const id of ids) refs.set(id, { name, type: 'project' });
  return refs;
}
