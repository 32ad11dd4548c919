import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { PhaseDateEntity } from './phase-date.entity.js';
import { lockPhase } from './phase-row.repository.js';
import { spanOf } from './phases.js';
import type { PhaseDates } from './phases.dto.js';

/**
 * The office dates a phase, moves it, or makes it 时间待定 again; the plan's own dates stay as they are.
 * @throws DomainError `not_found`, `stale_version`, `rule_refused`
 */
export async function setPhaseDates(work: Work, phaseId: string, input: PhaseDates): Promise<void> {
  const phase = await lockPhase(work, phaseId);
  const last = phase.dates[0]?.number ?? 0;
  if (input.seen !== last) {
    throw new DomainError('stale_version', { detail: '这个阶段的时间刚有人改过，您看到的不是最新内容。' });
  }
  const startsOn = input.startsOn ?? null;
  const endsOn = input.endsOn ?? null;
  if ((startsOn === null) !== (endsOn === null)) {
    throw refused(startsOn === null ? '/startsOn' : '/endsOn', '开始和截止要么都填，要么都不填（时间待定）');
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    throw refused('/endsOn', '截止不能早于开始');
  }
  const span = spanOf(phase);
  if (span.startsOn === startsOn && span.endsOn === endsOn) throw refused('/endsOn', '时间没有变化');
  await work.manager.insert(PhaseDateEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    phaseId,
    number: last + 1,
    startsOn,
    endsOn,
    reason: input.reason.trim(),
    setBy: work.actor.accountId,
    setAt: work.now,
  });
}

function refused(pointer: string, message: string): DomainError {
  return new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer, message }] });
}
