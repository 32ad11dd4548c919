import { type Ladder, rungAudienceNames, type RungAudience } from '#campaign-pack';
import { type People, type Person, unitPeople } from './resolve-audience.js';

export interface MemberUnit {
  readonly id: string;
  readonly name: string;
  /** It leads a task that is not over, so any rung can come to it today. */
  readonly leads: boolean;
  /** It has not signed for its part of one, so a rung of receipts can. */
  readonly signs: boolean;
}

/** A rung that would reach nobody, a person no mail can reach, or other people than it names. */
export interface HollowRung {
  readonly rung: number;
  readonly name: string;
  /** null: an office or the leading group. */
  readonly unit: string | null;
  readonly message: string;
  /** Stands against activation; else a warning: the unit leads no open task, or its heads stand in for its leader. */
  readonly blocks: boolean;
}

/**
 * Where a ladder is hollow: every audience of every rung must find somebody in every unit, and everybody found
 * needs a usable address. A unit without open tasks is warned of, so that it is whole before its first task. Rungs left
 * empty on purpose are not looked at.
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
    const groups = audience.flatMap((one) => groupsOf(one, people, units));
    const reviewed = late.verification !== undefined && audience.some((one) => unitAudiences.has(one));
    if (reviewed) groups.push(office('政府办审核人员', people.members, 'government_office'));
    return groups.flatMap(({ unit, standIn, ...group }) => {
      const place = { rung, name, unit: unit?.name ?? null };
      const faults = faultsOf(group, reachable).map((message) => ({
        ...place,
        message,
        blocks: unit === null || unit.leads || (unit.signs && late.receipt !== undefined),
      }));
      return standIn ? [...faults, { ...place, message: standInMessage, blocks: false }] : faults;
    });
  });
}

interface Group {
  readonly unit: MemberUnit | null;
  readonly who: string;
  readonly found: readonly Person[];
  /** They are told in place of those the rung names. */
  readonly standIn: boolean;
}

const standInMessage = '没有标明在用的主要负责人，由负责人代收';
const unitAudiences: ReadonlySet<RungAudience> = new Set(['handler', 'head', 'unit_leader']);

function groupsOf(audience: RungAudience, people: People, units: readonly MemberUnit[]): Group[] {
  const { members, leaderIds } = people;
  const who = rungAudienceNames[audience];
  if (audience === 'supervision_office') return [office(who, members, 'supervision_office')];
  if (audience === 'lead_group') {
    const found = members.filter((person) => leaderIds.includes(person.accountId));
    return [{ unit: null, who, found, standIn: false }];
  }
  return units.map((unit) => {
    const found = unitPeople(members, audience, unit.id);
    const standIn = audience === 'unit_leader' && found.length > 0 && !found.some((one) => one.unitLeader);
    return { unit, who: standIn ? rungAudienceNames.head : who, found, standIn };
  });
}

function office(who: string, members: readonly Person[], role: Person['role']): Group {
  return { unit: null, who, found: members.filter((person) => person.role === role), standIn: false };
}

function faultsOf(
  { who, found }: Pick<Group, 'who' | 'found'>,
  reachable: (address: string) => boolean,
): string[] {
  if (found.length === 0) return [`没有在用的${who}`];
  return found
    .filter(({ address }) => address === null || !reachable(address))
    .map((person) => `${who}${person.name}没有可用的邮箱地址`);
}
