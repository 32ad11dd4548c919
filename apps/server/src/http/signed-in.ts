import type { Actor, Role } from '../database/actor.js';

export interface Membership {
  readonly campaignId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

/** The person behind a request, as the session says at this moment. */
export interface SignedIn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly mustChangePassword: boolean;
  readonly memberships: readonly Membership[];
}

/** The person as an actor of one campaign, or undefined when not a member. */
export function actorIn(person: SignedIn, campaignId: string): Actor | undefined {
  const membership = person.memberships.find((one) => one.campaignId === campaignId);
  if (!membership) return undefined;
  return {
    accountId: person.accountId,
    name: person.name,
    role: membership.role,
    unitId: membership.unitId,
    unitName: membership.unitName,
  };
}

/** An administrator working on a campaign from outside: no unit, and a role that reads no task. */
export function outsider(person: SignedIn): Actor {
  return { accountId: person.accountId, name: person.name, role: 'handler', unitId: null, unitName: null };
}
