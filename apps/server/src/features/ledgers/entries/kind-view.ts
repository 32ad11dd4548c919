import type { LedgerKind } from '#campaign-pack';
import type { Actor } from '../../../database/actor.js';
import type { EvidenceKind } from '../../tasks/tasks.module.js';
import type { LedgerKindView } from './entry-views.dto.js';
import { judgedByData } from './judged-by-data.js';
import { offersOpening } from './ledger.policy.js';

/** A kind as its pages need it. */
export function kindView(kind: LedgerKind, actor: Actor): LedgerKindView {
  return {
    id: kind.id,
    name: kind.name,
    subject: kind.subject,
    basis: kind.basis,
    toVerify: kind.toVerify,
    opens: kind.opens,
    closes: kind.closes,
    columns: kind.columns.map(({ choices, ...column }) => ({ ...column, choices: [...choices] })),
    measures: [...kind.measures],
    condition: kind.condition,
    evidence: [...kind.evidence] as EvidenceKind[],
    recheckedBy: kind.recheckedBy,
    confirmedBy: kind.confirmedBy,
    recheckWorkingDays: kind.recheckWorkingDays,
    judgedByData: judgedByData(kind),
    canOpen: offersOpening(actor, kind),
  };
}
