import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type CampaignPack, loadPack, packDataDirectory } from '#campaign-pack';
import { civilDate, instantAt } from '#kernel';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../../database/actor.js';
import type { BusinessTime } from '../../database/business-time.js';
import type { Work } from '../../database/unit-of-work.js';
import { createAccount, demoPassword, type PasswordHasher } from '../accounts/accounts.module.js';
import { createCampaign, loadPackIntoCampaign } from '../campaigns/campaigns.module.js';
import type { EvidenceStore } from '../evidence/evidence.module.js';
import { followDataSet, type LedgerTools } from '../ledgers/ledgers.module.js';
import { enterExampleInputs } from './example-inputs.js';
import { examplePeople, type ExamplePerson } from './example-people.js';
import { ladderAsides } from './example-ladder.js';
import { importExampleClasses } from './example-classes.js';
import { tellLedgers } from './example-ledgers.js';
import { importExampleSchools } from './example-schools.js';
import { planProjects, tellProjects } from './example-projects.js';
import { addExampleWhatIf } from './example-what-if.js';
import { exampleStory } from './example-story.js';
import { timelineAsides } from './example-timeline.js';
import { tellStory, workAt } from './tell-story.js';

/** The day the example opens on. */
export const exampleDate = civilDate('2022-09-15');

export interface ExampleParts {
  readonly manager: EntityManager;
  readonly time: BusinessTime;
  readonly store: EvidenceStore;
  readonly hasher: PasswordHasher;
  readonly ledgers: LedgerTools;
}

/**
 * Loads 新密's campaign, the demo accounts, and a lifelike state made by the ordinary operations, in the caller's
 * transaction; then sets the exercise date, so that it opens on that day and no mail leaves the house.
 */
export async function loadExample(parts: ExampleParts): Promise<void> {
  const { manager, time } = parts;
  const pack = loadPack(join(packDataDirectory(), 'xinmi'));
  const createdAt = new Date(instantAt(civilDate('2022-04-01'), '09:00'));
  const campaignId = v7();
  const work = { manager, campaignId, now: createdAt, newId: () => v7(), actor: null };
  await createCampaign(work, { name: pack.name, place: pack.place, example: true });
  await loadPackIntoCampaign(work, pack);
  const entries = await readEntries(manager, campaignId);
  const actors = await addPeople(parts, campaignId, entries, createdAt, pack);
  const office = actors.get('zfb');
  if (!office) throw new Error('the example has no government office');
  const { calendar } = await time.moment(manager);
  const stage = { manager, campaignId, calendar, store: parts.store, office, actors, entries };
  await planProjects(stage);
  await tellStory(stage, exampleStory, [...timelineAsides, ...ladderAsides]);
  await tellProjects(stage);
  const bureau = actors.get('jyj') ?? office;
  await importExampleSchools(workAt(stage, '2022-09-06', 0, bureau), (work, dataSet) =>
    followDataSet(work, parts.ledgers, dataSet),
  );
  await importExampleClasses(workAt(stage, '2022-09-06', 1, bureau), parts.ledgers);
  const workOf = (on: string, login: string): Work => {
    const actor = actors.get(login);
    if (!actor) throw new Error(`the example knows nobody called ${login}`);
    return workAt(stage, on, 0, actor);
  };
  await tellLedgers(workOf, parts.ledgers, parts.store);
  await enterExampleInputs(workOf);
  await addExampleWhatIf(workAt(stage, '2022-09-08', 0, office), entries);
  await time.setExercise(manager, exampleDate);
}

async function addPeople(
  { manager, hasher }: ExampleParts,
  campaignId: string,
  entries: ReadonlyMap<string, string>,
  createdAt: Date,
  pack: CampaignPack,
): Promise<Map<string, Actor>> {
  const demoHash = await hasher.hash(demoPassword);
  // Nobody knows this password: these people only have a past, until an administrator resets it.
  const lockedHash = await hasher.hash(randomBytes(32).toString('base64url'));
  const actors = new Map<string, Actor>();
  for (const person of examplePeople) {
    const unitId = person.unit ? (entries.get(`unit ${person.unit}`) ?? null) : null;
    const accountId = await createAccount(manager, {
      login: person.login,
      name: person.name,
      email: `${person.login}@xinmi.example`,
      passwordHash: person.demo ? demoHash : lockedHash,
      mustChangePassword: !person.demo,
      administrator: person.role === null,
      demo: person.demo,
      createdAt,
      membership: person.role && { campaignId, role: person.role, unitId, unitLeader: person.unitLeader },
    });
    const unitName = pack.units.find((unit) => unit.id === person.unit)?.name ?? null;
    addActor(actors, person, accountId, unitId, unitName);
  }
  return actors;
}

function addActor(
  actors: Map<string, Actor>,
  person: ExamplePerson,
  accountId: string,
  unitId: string | null,
  unitName: string | null,
): void {
  if (person.role)
    actors.set(person.login, { accountId, name: person.name, role: person.role, unitId, unitName });
}

/** Ids of what the pack brought, by kind and the pack's own name. */
async function readEntries(manager: EntityManager, campaignId: string): Promise<Map<string, string>> {
  const rows = await manager.query<{ name: string; id: string }[]>(
    `SELECT 'unit ' || entry AS name, id FROM unit WHERE campaign_id = $1
     UNION ALL SELECT 'duty ' || entry, id FROM duty WHERE campaign_id = $1
     UNION ALL SELECT 'clause ' || entry, id FROM clause WHERE campaign_id = $1
     UNION ALL SELECT 'target ' || entry, id FROM target WHERE campaign_id = $1
     UNION ALL SELECT 'project ' || entry, id FROM project WHERE campaign_id = $1`,
    [campaignId],
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}
