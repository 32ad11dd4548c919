import type { CampaignPack } from '#campaign-pack';
import { type CivilDate, instantAt, type WorkdayCalendar } from '#kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor, Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { createAccount } from '../accounts/accounts.module.js';
import { createCampaign, loadPackIntoCampaign } from '../campaigns/campaigns.module.js';

export interface SimulatedUnit {
  readonly id: string;
  /** The pack's id. */
  readonly entry: string;
  readonly name: string;
  readonly handler: Actor;
  readonly head: Actor;
}

/** A campaign in a database of its own, with everybody it needs. */
export interface SimulationStage {
  readonly dataSource: DataSource;
  readonly campaignId: string;
  readonly calendar: WorkdayCalendar;
  readonly units: ReadonlyMap<string, SimulatedUnit>;
  readonly office: Actor;
  readonly supervision: Actor;
  /** Of the lead group; told by the highest rungs. */
  readonly leader: Actor;
}

/**
 * Loads the pack and gives every member unit a handler and a head, and the two offices one person each. The head is the
 * unit's leader as well: a third person would only say every 通报 and 约谈 to a mailbox more.
 */
export async function buildStage(
  dataSource: DataSource,
  pack: CampaignPack,
  calendar: WorkdayCalendar,
  from: CivilDate,
): Promise<SimulationStage> {
  const campaignId = v7();
  const now = new Date(instantAt(from, '08:00'));
  return dataSource.transaction(async (manager) => {
    const people = new People(manager, campaignId, now);
    const work = { manager, campaignId, now, newId: () => v7(), actor: null };
    await createCampaign(work, { name: pack.name, place: pack.place });
    await loadPackIntoCampaign(work, pack);
    const rows = await manager.query<{ id: string; entry: string; name: string }[]>(
      `SELECT id, entry, name FROM unit WHERE campaign_id = $1 ORDER BY position`,
      [campaignId],
    );
    const units = new Map<string, SimulatedUnit>();
    for (const row of rows) {
      const handler = await people.add(`${row.entry}-1`, `${row.name}承办人`, 'handler', row);
      const head = await people.add(`${row.entry}-2`, `${row.name}负责人`, 'head', row);
      units.set(row.id, { ...row, handler, head });
    }
    const office = await people.add('office', '政府办督办专员', 'government_office', null);
    const supervision = await people.add('supervision', '督查局督查专员', 'supervision_office', null);
    const leader = await people.add('leader', '领导小组副组长', 'government_office', null);
    return { dataSource, campaignId, calendar, units, office, supervision, leader };
  });
}

/** A unit of work of somebody at a time of a simulated day; the clock is what the caller says. */
export function workOn(
  { campaignId, calendar }: Pick<SimulationStage, 'campaignId' | 'calendar'>,
  manager: EntityManager,
  today: CivilDate,
  time: string,
  actor: Actor,
): Work {
  return {
    manager,
    actor,
    campaignId,
    now: new Date(instantAt(today, time)),
    today,
    exercise: false,
    calendar,
    fault: () => Promise.resolve(),
    newId: () => v7(),
  };
}

// Nobody signs in to a simulated campaign.
const noPassword = '!';

class People {
  constructor(
    private readonly manager: EntityManager,
    private readonly campaignId: string,
    private readonly createdAt: Date,
  ) {}

  async add(
    login: string,
    name: string,
    role: Role,
    unit: { readonly id: string; readonly name: string } | null,
  ): Promise<Actor> {
    const accountId = await createAccount(this.manager, {
      login,
      name,
      email: `${login}@simulation.example`,
      passwordHash: noPassword,
      mustChangePassword: false,
      administrator: false,
      demo: false,
      createdAt: this.createdAt,
      membership: {
        campaignId: this.campaignId,
        role,
        unitId: unit?.id ?? null,
        unitLeader: role === 'head',
      },
    });
    return { accountId, name, role, unitId: unit?.id ?? null, unitName: unit?.name ?? null };
  }
}
