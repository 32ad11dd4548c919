import type { EscalationClock, Rung, RungAudience } from '#campaign-pack';
import type { Role } from '../../database/actor.js';

/** An active member of the campaign. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly address: string | null;
  readonly role: Role;
  readonly unitId: string | null;
  /** 主要负责人 of the unit. */
  readonly unitLeader: boolean;
}

type UnitAudience = Extract<RungAudience, 'handler' | 'head' | 'unit_leader'>;

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
  const told = new Set(
    rung.audience.flatMap((audience) => {
      if (audience === 'supervision_office') return withRole(members, 'supervision_office');
      if (audience === 'lead_group') return members.filter((person) => leaderIds.includes(person.accountId));
      if (clock === 'verification') return withRole(members, 'government_office');
      return unitPeople(members, audience, unitId);
    }),
  );
  return members.filter((person) => told.has(person));
}

/** Whom a unit's own audience means: its heads are told in place of a leader (主要负责人) whom nobody has marked. */
export function unitPeople(
  members: readonly Person[],
  audience: UnitAudience,
  unitId: string,
): readonly Person[] {
  const own = members.filter((person) => person.unitId === unitId);
  if (audience === 'handler') return withRole(own, 'handler');
  const heads = withRole(own, 'head');
  const leaders = audience === 'unit_leader' ? heads.filter((person) => person.unitLeader) : [];
  return leaders.length > 0 ? leaders : heads;
}

function withRole(members: readonly Person[], role: Role): readonly Person[] {
  return members.filter((person) => person.role === role);
}
