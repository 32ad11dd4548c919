import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import { fieldFaults } from './entry-fields.js';
import type { PlanEntry } from './entries.dto.js';
import { changeLine, planDifference } from './plan-changes.js';
import { planFaults } from './plan-faults.js';
import { namesOf, readPlanRefs } from './plan-refs.queries.js';
import { stepEntry } from './step-entry.js';

/**
 * 确定措施: who does what by when, and the figures of a counting entry.
 * @throws DomainError `not_found`, `forbidden`, `stale_version`, `wrong_state`, `rule_refused`
 */
export async function planEntry(work: Work, kinds: LedgerKinds, id: string, body: PlanEntry): Promise<void> {
  const { version, note, ...input } = body;
  await stepEntry(work, kinds, 'plan', { id, version, note }, async (entry, kind) => {
    const { plan, changed, changes } = planDifference(kind, entry, input);
    const refs = await readPlanRefs(work, [
      ...[entry.unitId, entry.townshipId, entry.projectId],
      ...[plan.unitId, plan.townshipId, plan.projectId],
    ]);
    const errors = [
      ...planFaults(work, entry, plan, changed, refs),
      ...fieldFaults(kind, input.fields ?? {}),
      ...subjectFaults(kind.subject, input.fields ?? {}, entry.fields),
    ];
    if (errors.length > 0) {
      throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能保存，请改正。`, errors });
    }
    if (changes.length === 0 && !note?.trim()) {
      throw new DomainError('rule_refused', { detail: '没有任何改动。' });
    }
    return { patch: plan, lines: changes.map((change) => changeLine(change, namesOf(refs))) };
  });
}

/** A period is part of what a counting entry is about: another one is another entry. */
function subjectFaults(
  subject: string,
  given: Readonly<Record<string, unknown>>,
  existing: Readonly<Record<string, unknown>>,
) {
  const other =
    subject === 'count' && given['period'] !== undefined && given['period'] !== existing['period'];
  return other ? [{ pointer: '/fields/period', message: '期次不能改；另一期请另外建账' }] : [];
}
