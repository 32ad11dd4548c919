import type { EscalationClock, Rung, RungAudience } from '#campaign-pack';
import type { Role } from '../../database/actor.js';

/** An active member of the campaign. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly address: string | null;
  readonly role: Role;
  readonly unitId: string | null;
}

/** Who is there to be told: the campaign's active people, and the accounts designated as 领导小组领导. */
export interface People {
  readonly members: readonly Person[];
  readonly leaderIds: readonly string[];
}

/**
 * The persons a rung tells about a task of a unit, each once however many roles it has. On the verification clock
 * the reviewers stand in for the unit: it is not late while the task is in review.
 */
export function resolveAudience(
  { members, leaderIds }: People,
  rung: Pick<Rung, 'audience'>,
  unitId: string,
  clock: EscalationClock,
): Person[] {
  return members.filter((person) =>
    rung.audience.some((audience) => belongs(person, audience, { leaderIds, unitId, clock })),
  );
}

function belongs(
  person: Person,
  audience: RungAudience,
  where: { readonly leaderIds: readonly string[]; readonly unitId: string; readonly clock: EscalationClock },
): boolean {
  if (audience === 'supervision_office') return person.role === 'supervision_office';
  if (audience === 'lead_group') return where.leaderIds.includes(person.accountId);
  if (where.clock === 'verification') return person.role === 'government_office';
  const role = audience === 'handler' ? 'handler' : 'head';
  return person.unitId === where.unitId && person.role === role;
}
