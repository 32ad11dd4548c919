import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { answersOf } from './evaluate-gates.js';
import type { GateConditions } from './gate-conditions.js';
import { GateDecisionEntity } from './gate-decision.entity.js';
import { lockPhase } from './phase-row.repository.js';
import { passingOf, spanOf } from './phases.js';
import type { GatePassing, GateRevocation } from './phases.dto.js';
import { phaseState } from './phase-state.js';

/**
 * A person of the office passes a gate. What the conditions say at that moment is kept with it; what is lacking needs a
 * reason and leaves its mark.
 * @throws DomainError `not_found`, `stale_version`, `wrong_state`, `note_required`
 */
export async function passGate(
  work: Work,
  conditions: GateConditions,
  phaseId: string,
  input: GatePassing,
): Promise<void> {
  const phase = await lockPhase(work, phaseId);
  if (phase.gateVersion !== input.version) {
    throw new DomainError('stale_version', { detail: '过关条件刚有人改过，请看过最新条件再定。' });
  }
  if (passingOf(phase)) throw new DomainError('wrong_state', { detail: '这个阶段已经过关。' });
  const state = phaseState(spanOf(phase), work.today);
  if (state === 'undetermined' || state === 'ahead') {
    const why = state === 'ahead' ? '还没有开始' : '时间待定，请先确定时间';
    throw new DomainError('wrong_state', { detail: `阶段“${phase.name}”${why}，不能过关。` });
  }
  const [answers = []] = await answersOf(work, conditions, [phase]);
  const lacking = answers.filter(({ outcome }) => outcome !== 'met').length;
  const reason = input.reason?.trim() || null;
  if (lacking > 0 && reason === null) {
    const message = `有${lacking}项条件没有达到或没有数据，过关须写明理由`;
    throw new DomainError('note_required', {
      detail: `${message}。`,
      errors: [{ pointer: '/reason', message }],
    });
  }
  await work.manager.insert(GateDecisionEntity, {
    ...decision(work, phaseId, phase.decisions.length + 1),
    outcome: 'passed',
    note: input.note.trim(),
    reason: lacking > 0 ? reason : null,
    lacking,
    answers,
  });
}

/** Takes a passing back; both stay in the history. @throws DomainError `not_found`, `wrong_state` */
export async function revokeGate(work: Work, phaseId: string, input: GateRevocation): Promise<void> {
  const phase = await lockPhase(work, phaseId);
  if (!passingOf(phase)) throw new DomainError('wrong_state', { detail: '这个阶段还没有过关。' });
  await work.manager.insert(GateDecisionEntity, {
    ...decision(work, phaseId, phase.decisions.length + 1),
    outcome: 'revoked',
    note: input.note.trim(),
    reason: null,
    lacking: 0,
    answers: [],
  });
}

function decision(work: Work, phaseId: string, number: number) {
  return {
    campaignId: work.campaignId,
    id: work.newId(),
    phaseId,
    number,
    decidedOn: work.today,
    decidedBy: work.actor.accountId,
    decidedAt: work.now,
  };
}
