import type { Actor } from '../../database/actor.js';

/**
 * Who looks into the outbox: the offices read all messages of their campaign, a unit's people those addressed to them;
 * an administrator who is no member sees what was sent to whom, and not what it says.
 */
export type OutboxViewer =
  | { readonly sees: 'all' }
  | { readonly sees: 'own'; readonly accountId: string }
  | { readonly sees: 'envelopes' };

export function outboxViewer(actor: Actor | undefined): OutboxViewer {
  if (!actor) return { sees: 'envelopes' };
  const office = actor.role === 'government_office' || actor.role === 'supervision_office';
  return office ? { sees: 'all' } : { sees: 'own', accountId: actor.accountId };
}
