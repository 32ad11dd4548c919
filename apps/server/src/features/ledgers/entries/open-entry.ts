import type { LedgerKind } from '#campaign-pack';
import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { NewEntry } from './entries.dto.js';
import { readEntrySchools } from './entry-schools.queries.js';
import { fieldFaults, missingFields, wordsFault } from './entry-fields.js';
import { ledgerNumber } from '../ledger-reading.js';
import { type EntryDraft, insertEntries } from './insert-entries.js';
import { mayOpen, offersOpening } from './ledger.policy.js';
import { type Plan, planDifference } from './plan-changes.js';
import { planFaults } from './plan-faults.js';
import { type PlanRef, readPlanRefs } from './plan-refs.queries.js';
import { countKey, problemKey } from './subject-keys.js';

export const emptyPlan: Plan = {
  cause: null,
  measure: null,
  measureNote: null,
  unitId: null,
  townshipId: null,
  projectId: null,
  dueOn: null,
  targetYear: null,
  fields: {},
};

/**
 * 建账 by a person: a problem, or counts of a school or township and a period.
 * @returns the id of the entry
 * @throws DomainError `not_found` for an unknown kind, `forbidden`, `rule_refused`
 */
export async function openEntry(
  work: Work,
  kinds: LedgerKinds,
  kindId: string,
  body: NewEntry,
): Promise<string> {
  const kind = kinds.get(kindId);
  const { plan, changed } = planDifference(kind, emptyPlan, body);
  requireOpener(work, kind, plan);
  const refs = await readPlanRefs(work, [plan.unitId, plan.townshipId, plan.projectId]);
  const school = body.schoolCode ? (await readEntrySchools(work)).get(body.schoolCode)?.name : undefined;
  const errors = [
    // Whoever opens an entry says whose it is, so that it is not a change of responsibility.
    ...planFaults(
      { ...work, actor: { ...work.actor, role: 'government_office' } },
      emptyPlan,
      plan,
      changed,
      refs,
    ),
    ...fieldFaults(kind, body.fields ?? {}),
    ...missingFields(kind, plan.fields),
    ...subjectFaults(kind, body, school),
  ];
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能提交，请改正。`, errors });
  }
  const draft = draftOf(work, kind, body, plan, school ?? null, refs);
  const [id] = [...(await insertEntries(work, { kind: kind.id }, [draft])).values()];
  if (id !== undefined) return id;
  throw await alreadyThere(work, kind, draft.subjectKey);
}

function requireOpener(work: Work, kind: LedgerKind, plan: Plan): void {
  if (mayOpen(work.actor, kind, plan)) return;
  const detail = offersOpening(work.actor, kind)
    ? '只能为本单位（责任单位或乡镇）建账。'
    : `“${kind.name}”台账：${kind.opens}。`;
  throw new DomainError('forbidden', { detail });
}

function subjectFaults(kind: LedgerKind, body: NewEntry, school: string | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  const unfit = wordsFault('问题描述', body.subject ?? '');
  if (unfit) faults.push({ pointer: '/subject', message: unfit });
  if (body.schoolCode && school === undefined) {
    faults.push({ pointer: '/schoolCode', message: '最近的学校表里没有这所学校，或不在本乡镇（街道）' });
  }
  if (kind.subject === 'problem' && !body.subject)
    faults.push({ pointer: '/subject', message: '请写明问题' });
  if (kind.subject === 'count' && body.subject !== undefined) {
    faults.push({ pointer: '/subject', message: '人数台账按学校或乡镇和期次登记，不另写名称' });
  }
  if (kind.subject === 'count' && !body.schoolCode && !body.townshipId) {
    faults.push({ pointer: '/schoolCode', message: '请选择学校或乡镇' });
  }
  if ((body.unitId ?? null) === null && (body.townshipId ?? null) === null) {
    faults.push({ pointer: '/unitId', message: '请选择责任单位或乡镇' });
  }
  return faults;
}

function draftOf(
  work: Work,
  kind: LedgerKind,
  body: NewEntry,
  plan: Plan,
  schoolName: string | null,
  refs: ReadonlyMap<string, PlanRef>,
): EntryDraft {
  const schoolCode = body.schoolCode ?? null;
  const { dueWorkingDays } = kind;
  const dueOn =
    plan.dueOn ?? (dueWorkingDays === null ? null : work.calendar.addWorkingDays(work.today, dueWorkingDays));
  const shared = { ...plan, dueOn, schoolCode, schoolName, indicator: body.indicator ?? null };
  const blank = { stage: null, category: null, openedValue: null, line: null };
  if (kind.subject === 'problem') {
    const subject = body.subject?.trim() ?? '';
    const [source, foundOn] = [String(plan.fields['source']), String(plan.fields['foundOn'])];
    return { ...shared, ...blank, subject, subjectKey: problemKey({ source, foundOn, schoolCode, subject }) };
  }
  const period = String(plan.fields['period']);
  const place = schoolName ?? refs.get(plan.townshipId ?? '')?.name ?? '';
  return {
    ...shared,
    ...blank,
    subject: `${place} ${period}`,
    subjectKey: countKey(schoolCode ?? plan.townshipId ?? '', period),
  };
}

async function alreadyThere(work: Work, kind: LedgerKind, key: string): Promise<DomainError> {
  const [row] = await work.manager.query<{ seq: number }[]>(
    `SELECT seq FROM ledger_entry WHERE campaign_id = $1 AND kind = $2 AND subject_key = $3`,
    [work.campaignId, kind.id, key],
  );
  return new DomainError('rule_refused', {
    detail: `已有同一对象的台账${row ? ` ${ledgerNumber(row.seq)}` : ''}，请在原条目上更新。`,
  });
}
