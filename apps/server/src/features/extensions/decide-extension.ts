import { type CivilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { withdrawTaskMessages } from '../notifications/notifications.module.js';
import { postponeTask, recordTaskEvent } from '../tasks/tasks.module.js';
import { nextRole, refusalToDecide, stepNames } from './extension-chain.js';
import { ExtensionDecisionEntity } from './extension-decision.entity.js';
import type { ExtensionApproval, ExtensionRefusal } from './extensions.dto.js';
import { extensionNumber } from './extensions.queries.js';
import { lockExtension, type LockedExtension, updateExtension } from './extensions.repository.js';

/**
 * One of the two approvals, each by another person and with an explicit date. The second one moves the due date and
 * withdraws what waits to be sent about the old one, in the same transaction.
 * @throws DomainError `not_found`, `forbidden`, `same_person`, `stale_version`, `wrong_state`, `rule_refused`
 */
export async function approveExtension(work: Work, id: string, input: ExtensionApproval): Promise<void> {
  const request = await lockExtension(work, id, input.version);
  requireTurn(work, request);
  refuseDate(work, request, input.grantedOn);
  const step = await recordDecision(work, request, { outcome: 'approved', ...input });
  const note = noteOf(request, `同意延至${formatDate(input.grantedOn)}。`, input.ground);
  if (step < request.chain.length) {
    await updateExtension(work, request, 'pending');
    await recordTaskEvent(work, { taskId: request.taskId, action: 'extension_agreed', note });
    return;
  }
  const days = work.calendar.workingDaysBetween(request.dueOn, input.grantedOn);
  await updateExtension(work, request, 'approved', { on: input.grantedOn, days });
  const { taskId, dueVersion } = request;
  await postponeTask(work, { taskId, dueVersion, dueOn: input.grantedOn, note });
  await withdrawTaskMessages(work, taskId, `期限已延至${formatDate(input.grantedOn)}`);
}

/** 不同意, with a ground: the request ends here, whoever else would have had a say. */
export async function refuseExtension(work: Work, id: string, input: ExtensionRefusal): Promise<void> {
  const request = await lockExtension(work, id, input.version);
  requireTurn(work, request);
  await recordDecision(work, request, { outcome: 'refused', ground: input.ground });
  await updateExtension(work, request, 'refused');
  const note = noteOf(request, '', input.ground);
  await recordTaskEvent(work, { taskId: request.taskId, action: 'extension_refused', note });
}

/** 撤回 by whoever asked, while it is undecided. */
export async function withdrawExtension(work: Work, id: string, version: number): Promise<void> {
  const request = await lockExtension(work, id, version);
  if (request.askedBy !== work.actor.accountId) {
    throw new DomainError('forbidden', { detail: '延期申请只能由申请人本人撤回。' });
  }
  await updateExtension(work, request, 'withdrawn');
  await recordTaskEvent(work, {
    taskId: request.taskId,
    action: 'extension_withdrawn',
    note: extensionNumber(request.seq),
  });
}

function requireTurn(work: Work, request: LockedExtension): void {
  const refusal = refusalToDecide(work.actor, request);
  if (refusal === 'same_person') {
    throw new DomainError('same_person', {
      detail: '申请人和两位审批人须是三个不同的人，请由另一位工作人员审批。',
    });
  }
  if (refusal) {
    const role = nextRole(request);
    throw new DomainError('forbidden', {
      detail: `这份延期申请现在由${role ? stepNames[role] : '他人'}审批。`,
    });
  }
}

function refuseDate(work: Work, request: LockedExtension, grantedOn: CivilDate): void {
  const message =
    grantedOn < work.today
      ? '批准的期限不能早于今天'
      : grantedOn <= request.dueOn
        ? `批准的期限须晚于原期限（${formatDate(request.dueOn)}）；不延期请选“不同意”`
        : grantedOn > request.requestedOn
          ? `批准的期限不能晚于申请的期限（${formatDate(request.requestedOn)}）`
          : undefined;
  if (!message) return;
  throw new DomainError('rule_refused', {
    detail: `${message}。`,
    errors: [{ pointer: '/grantedOn', message }],
  });
}

interface Decision {
  readonly outcome: 'approved' | 'refused';
  readonly grantedOn?: CivilDate;
  readonly ground?: string;
}

async function recordDecision(work: Work, request: LockedExtension, decision: Decision): Promise<number> {
  const step = request.deciders.length + 1;
  await work.manager.insert(ExtensionDecisionEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    requestId: request.id,
    step,
    outcome: decision.outcome,
    grantedOn: decision.grantedOn ?? null,
    ground: decision.ground?.trim() || null,
    accountId: work.actor.accountId,
    askedBy: request.askedBy,
    at: work.now,
  });
  return step;
}

function noteOf(request: LockedExtension, said: string, ground: string | undefined): string {
  return `${extensionNumber(request.seq)}：${said}${ground?.trim() ?? ''}`;
}
