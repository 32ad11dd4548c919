import type { LedgerKind } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { evidenceKindNames, type EvidenceKind } from '../../tasks/tasks.module.js';
import { LedgerEntryEntity } from '../ledger-entry.entity.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import {
  type ClosingGround,
  type LedgerAction,
  ledgerActionNames,
  type LedgerAnswer,
  ledgerStateNames,
  ledgerStep,
} from '../ledger-state.js';
import { appendEntryEvents } from './entry-events.js';
import { judgedByData } from './judged-by-data.js';
import { mayStep } from './ledger.policy.js';
import { lockSeenEntry, type LockedEntry, readDrafts } from './lock-entry.js';
import { refusePersonalNumbers } from './refuse-personal-numbers.js';

export interface StepInput {
  readonly id: string;
  readonly version: number;
  readonly note?: string | undefined;
  /** For an application. */
  readonly ground?: ClosingGround;
}

/** What a step changes beside the state, decided by the operation. */
export interface StepEffects {
  readonly patch?: Partial<Omit<LedgerEntryEntity, 'state' | 'version' | 'updatedAt'>>;
  readonly lines?: readonly string[];
}

/**
 * The one way people move an entry: locked row, visible, right version, allowed actor, allowed by the table; then the
 * conditional update and the event, in the same transaction.
 * @param effects from the locked entry to what else changes; it may refuse
 * @returns the entry as it was before
 */
export async function stepEntry(
  work: Work,
  kinds: LedgerKinds,
  action: LedgerAction,
  input: StepInput,
  effects: (entry: LockedEntry, kind: LedgerKind) => StepEffects | Promise<StepEffects> = () => ({}),
): Promise<LockedEntry> {
  const entry = await lockSeenEntry(work, input.id, input.version);
  const kind = kinds.get(entry.kind);
  if (!mayStep(work.actor, entry, kind, action)) {
    throw new DomainError('forbidden', { detail: `您不能对这条台账${ledgerActionNames[action]}。` });
  }
  refusePersonalNumbers([{ pointer: '/note', name: '情况说明', text: input.note }]);
  const missing = action === 'apply' ? await missingEvidence(work, entry.id, kind) : [];
  const answer = ledgerStep(action, {
    ...entry,
    actorId: work.actor.accountId,
    note: input.note,
    missingEvidence: missing,
    ground: input.ground ?? entry.closingGround,
    byData: judgedByData(kind),
    outcome: entry.dataOutcome,
  });
  if ('refusal' in answer) throw refusal(action, entry, answer.refusal, missing);
  const { patch = {}, lines = [] } = await effects(entry, kind);
  await work.manager.update(LedgerEntryEntity, { campaignId: work.campaignId, id: entry.id }, {
    ...patch,
    state: answer.to,
    version: entry.version + 1,
    updatedAt: work.now,
  } as object);
  await work.fault('after-entry-update');
  await appendEntryEvents(work, [
    {
      entryId: entry.id,
      action,
      fromState: entry.state,
      toState: answer.to,
      note: input.note,
      detail: { lines },
    },
  ]);
  return entry;
}

/** Required kinds of which no file waits to become part of the application. */
export async function missingEvidence(
  work: Work,
  entryId: string,
  kind: Pick<LedgerKind, 'evidence'>,
): Promise<EvidenceKind[]> {
  const present = new Set<string>((await readDrafts(work, entryId)).map((draft) => draft.kind));
  return (kind.evidence as EvidenceKind[]).filter((one) => !present.has(one));
}

type Refusal = Extract<LedgerAnswer, { refusal: unknown }>['refusal'];

function refusal(
  action: LedgerAction,
  entry: LockedEntry,
  code: Refusal,
  missing: readonly EvidenceKind[],
): DomainError {
  const name = ledgerActionNames[action];
  switch (code) {
    case 'wrong_state':
      return new DomainError(code, {
        detail: `这条台账现在是“${ledgerStateNames[entry.state]}”，不能${name}。`,
      });
    case 'note_required': {
      const message = `${name}须写明情况或理由`;
      return new DomainError(code, { detail: `${message}。`, errors: [{ pointer: '/note', message }] });
    }
    case 'same_person':
      return new DomainError(code, { detail: samePerson[action] ?? `您办理过前一步，不能由您${name}。` });
    case 'evidence_missing':
      return new DomainError(code, {
        detail: `还缺：${missing.map((one) => evidenceKindNames[one]).join('、')}。`,
        extra: { missingEvidenceKinds: missing },
      });
    case 'rule_refused':
      return new DomainError(code, { detail: '最新数据里还有这个对象，不能按“已不存在”申请销号。' });
  }
}

const samePerson: Partial<Record<LedgerAction, string>> = {
  apply: '这条台账由您建账，须由本单位另一位工作人员申请销号。',
  recheck: '这次销号由您申请，须由另一部门的人复核。',
  confirm: '申请人、复核人和确认人须是三个不同的人。',
};
