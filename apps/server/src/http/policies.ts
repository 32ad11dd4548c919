import type { Actor } from '../database/actor.js';
import type { SignedIn } from './signed-in.js';

interface Asker {
  readonly person: SignedIn;
  /** Set on campaign routes when the person is a member. */
  readonly actor: Actor | undefined;
}

/** Who may call a route. What a person sees behind it is decided by the feature: a unit's own rows, and 404 for others. */
export const policies = {
  /** Anyone signed in, for their own session. */
  signed_in: () => true,
  /** May be called before the first password was changed. */
  own_password: () => true,
  administrator: ({ person }) => person.administrator,
  member: ({ actor }) => actor !== undefined,
  government_office: ({ actor }) => actor?.role === 'government_office',
  supervision_office: ({ actor }) => actor?.role === 'supervision_office',
  either_office: ({ actor }) => actor?.role === 'government_office' || actor?.role === 'supervision_office',
  unit_member: ({ actor }) => actor !== undefined && actor.unitId !== null,
  government_office_or_administrator: ({ person, actor }) =>
    actor?.role === 'government_office' || person.administrator,
  member_or_administrator: ({ person, actor }) => actor !== undefined || person.administrator,
} satisfies Record<string, (asker: Asker) => boolean>;

export type PolicyName = keyof typeof policies;

/** Reached while the first password still has to be changed. */
export const reachableBeforePasswordChange: ReadonlySet<PolicyName> = new Set(['own_password']);
