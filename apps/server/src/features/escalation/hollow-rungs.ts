import { type Ladder, rungAudienceNames, type RungAudience } from '#campaign-pack';
import type { People, Person } from './resolve-audience.js';

export interface MemberUnit {
  readonly id: string;
  readonly name: string;
  /** Leads a task; otherwise it only has to sign for a part of one. */
  readonly leads: boolean;
}

/** A rung that would reach nobody, or a person no mail can reach. */
export interface HollowRung {
  readonly rung: number;
  readonly name: string;
  /** null: an office or the leading group. */
  readonly unit: string | null;
  readonly message: string;
}

/**
 * Where a ladder is hollow: every audience of every rung must find somebody in every unit that can be told, and
 * everybody found needs a usable address. Rungs left empty on purpose are not looked at.
 * @param reachable whether an address can be written to
 */
export function hollowRungs(
  ladder: Ladder,
  people: People,
  units: readonly MemberUnit[],
  reachable: (address: string) => boolean,
): HollowRung[] {
  return ladder.rungs.flatMap(({ name, audience, late }, index) => {
    const rung = index + 1;
    const concerned = units.filter((unit) => unit.leads || late.receipt !== undefined);
    const groups = audience.flatMap((one) => groupsOf(one, people, concerned));
    const reviewed = late.verification !== undefined && audience.some((one) => unitAudiences.has(one));
    if (reviewed) groups.push(office('政府办审核人员', people.members, 'government_office'));
    return groups.flatMap((group) =>
      faultsOf(group, reachable).map((message) => ({ rung, name, unit: group.unit, message })),
    );
  });
}

interface Group {
  readonly unit: string | null;
  readonly who: string;
  readonly found: readonly Person[];
}

const unitAudiences: ReadonlySet<RungAudience> = new Set(['handler', 'head', 'unit_leader']);

function groupsOf(
  audience: RungAudience,
  { members, leaderIds }: People,
  units: readonly MemberUnit[],
): Group[] {
  const who = rungAudienceNames[audience];
  if (audience === 'supervision_office') return [office(who, members, 'supervision_office')];
  if (audience === 'lead_group') {
    return [{ unit: null, who, found: members.filter((person) => leaderIds.includes(person.accountId)) }];
  }
  const role = audience === 'handler' ? 'handler' : 'head';
  return units.map((unit) => ({
    unit: unit.name,
    who,
    found: members.filter((person) => person.unitId === unit.id && person.role === role),
  }));
}

function office(who: string, members: readonly Person[], role: Person['role']): Group {
  return { unit: null, who, found: members.filter((person) => person.role === role) };
}

function faultsOf({ who, found }: Group, reachable: (address: string) => boolean): string[] {
  if (found.length === 0) return [`没有在用的${who}`];
  return found
    .filter(({ address }) => address === null || !reachable(address))
    .map((person) => `${who}${person.name}没有可用的邮箱地址`);
}
