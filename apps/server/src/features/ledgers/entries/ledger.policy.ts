import type { LedgerKind } from '#campaign-pack';
import type { Actor } from '../../../database/actor.js';
import { type LedgerAction, ledgerActionsFrom, type LedgerState } from '../ledger-state.js';

/** What the policy needs to know of an entry. */
export interface EntryFacts {
  readonly state: LedgerState;
  readonly unitId: string | null;
  readonly townshipId: string | null;
  readonly openedBy: string | null;
  readonly appliedBy: string | null;
  readonly recheckedBy: string | null;
}

type Offices = Pick<LedgerKind, 'recheckedBy' | 'confirmedBy'>;

export function isOffice({ role }: Actor): boolean {
  return role === 'government_office' || role === 'supervision_office';
}

/** The people of the responsible unit, or of the township where the school is. */
export function handlesEntry({ unitId }: Actor, entry: Pick<EntryFacts, 'unitId' | 'townshipId'>): boolean {
  return unitId !== null && (unitId === entry.unitId || unitId === entry.townshipId);
}

/** a unit sees the entries it answers for; the offices see everything. */
export function seesEntry(actor: Actor, entry: Pick<EntryFacts, 'unitId' | 'townshipId'>): boolean {
  return isOffice(actor) || handlesEntry(actor, entry);
}

/** Whose business a step is; whether it is possible now is the table's. */
export function mayStep(actor: Actor, entry: EntryFacts, kind: Offices, action: LedgerAction): boolean {
  switch (action) {
    case 'report':
    case 'apply':
      return handlesEntry(actor, entry);
    case 'plan':
      return handlesEntry(actor, entry) || actor.role === 'government_office';
    case 'return':
      return actor.role === (entry.state === 'rechecked' ? kind.confirmedBy : kind.recheckedBy);
    case 'recheck':
      return actor.role === kind.recheckedBy;
    case 'confirm':
      return actor.role === kind.confirmedBy;
    case 'reopen':
      return isOffice(actor);
  }
}

/** Only the government office says who answers for an entry, and lets a set day slip. */
export function maySetResponsibility(actor: Actor): boolean {
  return actor.role === 'government_office';
}

/** Evidence comes in while the unit works on the entry; an application freezes it. */
export function mayAddEvidence(
  actor: Actor,
  entry: Pick<EntryFacts, 'state' | 'unitId' | 'townshipId'>,
): boolean {
  return (entry.state === 'open' || entry.state === 'contradicted') && handlesEntry(actor, entry);
}

/**
 * Who opens entries by hand: problems the offices, counts also the unit and the township they are about. What data judge is
 * opened by data.
 */
export function mayOpen(
  actor: Actor,
  kind: Pick<LedgerKind, 'subject'>,
  entry: Pick<EntryFacts, 'unitId' | 'townshipId'>,
): boolean {
  if (kind.subject === 'problem') return isOffice(actor);
  return kind.subject === 'count' && (isOffice(actor) || handlesEntry(actor, entry));
}

/**
 * For which schools: people of a township for those in it and those whose township nobody has said; the others for any.
 * @param unitKind of the actor's own unit
 */
export function mayNameSchool(
  actor: Actor,
  unitKind: string | undefined,
  townshipId: string | null,
): boolean {
  return isOffice(actor) || unitKind !== 'township' || townshipId === null || townshipId === actor.unitId;
}

/** Whether the page offers to open an entry at all. */
export function offersOpening(actor: Actor, { subject }: Pick<LedgerKind, 'subject'>): boolean {
  return subject === 'problem' ? isOffice(actor) : subject === 'count';
}

export type EntryOffer = LedgerAction | 'upload';

/** What the page offers: what the operations would accept from this actor, notes and evidence aside. */
export function entryOffers(actor: Actor, entry: EntryFacts, kind: Offices): EntryOffer[] {
  const steps = ledgerActionsFrom(entry.state).filter(
    (action) => mayStep(actor, entry, kind, action) && !actedBefore(actor, entry, action),
  );
  return mayAddEvidence(actor, entry) ? [...steps, 'upload'] : steps;
}

function actedBefore({ accountId }: Actor, entry: EntryFacts, action: LedgerAction): boolean {
  if (action === 'apply') return accountId === entry.openedBy;
  if (action === 'recheck' || action === 'return') return accountId === entry.appliedBy;
  return action === 'confirm' && (accountId === entry.appliedBy || accountId === entry.recheckedBy);
}
