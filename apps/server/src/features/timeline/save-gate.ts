import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { conditionFault, type GateCondition, type NamedCondition } from './gate-condition.js';
import { readGateChoices, type StandardSource } from './gate-choices.queries.js';
import { GateVersionEntity } from './gate-version.entity.js';
import { lockPhase } from './phase-row.repository.js';
import type { GateChoice, GateChoices, GateInput } from './phases.dto.js';

/**
 * Replaces the conditions of a phase's gate; the former ones stay in the history.
 * @throws DomainError `not_found`, `stale_version`, `rule_refused` naming every faulty condition
 */
export async function saveGate(
  work: Work,
  standards: StandardSource,
  phaseId: string,
  input: GateInput,
): Promise<void> {
  const phase = await lockPhase(work, phaseId);
  if (phase.gateVersion !== input.version) {
    throw new DomainError('stale_version', {
      detail: '这个阶段的过关条件刚有人改过，您看到的不是最新内容。',
    });
  }
  const choices = await readGateChoices(work, standards);
  const named = input.conditions.map((each) => nameCondition(each, choices));
  const errors = named.flatMap((each, index) =>
    'message' in each ? [{ pointer: `/conditions/${index}/${each.field}`, message: each.message }] : [],
  );
  if (errors.length > 0) {
    const detail = errors
      .map(({ pointer, message }) => `第${Number(pointer.split('/')[2]) + 1}条：${message}`)
      .join('；');
    throw new DomainError('rule_refused', { detail: `${detail}。`, errors });
  }
  await work.manager.insert(GateVersionEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    phaseId,
    number: phase.gateVersion + 1,
    conditions: named,
    savedBy: work.actor.accountId,
    savedAt: work.now,
  });
}

type Fault = NonNullable<ReturnType<typeof conditionFault>>;

function nameCondition(input: GateCondition, choices: GateChoices): NamedCondition | Fault {
  const condition = {
    kind: input.kind,
    scope: input.scope,
    ref: input.ref?.trim() || null,
    limit: input.limit ?? null,
  };
  const fault = conditionFault(condition);
  if (fault) return fault;
  if (condition.ref === null) return { ...condition, label: null };
  const label = labelOf(condition, condition.ref, choices);
  return label === undefined ? { field: 'ref', message: '没有这个对象' } : { ...condition, label };
}

function labelOf({ kind, scope }: GateCondition, ref: string, choices: GateChoices): string | undefined {
  if (kind === 'projects') return /^20\d\d$/.test(ref) ? `${ref}年` : undefined;
  const offered: Partial<Record<GateCondition['scope'], readonly GateChoice[]>> = {
    clause: choices.clauses,
    group: choices.groups,
    one: choices.indicators,
    open: choices.ledgers,
  };
  return offered[scope]?.find((choice) => choice.ref === ref)?.label;
}
