import { DomainError } from '#kernel';
import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import { systemActor } from '../../../jobs/system-actor.js';
import { BaselineEntity } from '../baseline.entity.js';
import type { TimelineSources } from '../timeline-sources.js';
import type { NewBaseline } from './baselines.dto.js';
import { readMilestones } from './read-milestones.js';
import { snapshotSql } from './snapshot.queries.js';

/**
 * Freezes the schedule as it stands now, in one statement however long it is. @returns the baseline's id
 * @throws DomainError `rule_refused` when the name is taken
 */
export async function takeBaseline(
  work: Work,
  sources: TimelineSources,
  input: NewBaseline,
): Promise<string> {
  const milestones = await readMilestones(work, sources);
  const name = input.name.trim();
  await refuseTakenName(work, name);
  const id = work.newId();
  await work.manager.insert(BaselineEntity, {
    campaignId: work.campaignId,
    id,
    name,
    note: input.note?.trim() || null,
    takenOn: work.today,
    takenBy: work.actor.accountId === systemActor.accountId ? null : work.actor.accountId,
    takenAt: work.now,
  });
  const parameters = new Parameters();
  const [campaign, baseline] = [parameters.add(work.campaignId), parameters.add(id)];
  await work.manager.query(
    `INSERT INTO baseline_item
       (campaign_id, baseline_id, kind, key, position, number, title, unit, value, starts_on, due_on, state, done_on)
     SELECT ${campaign}, ${baseline}, s.* FROM (${snapshotSql(parameters, work, milestones)}) s`,
    parameters.values,
  );
  return id;
}

async function refuseTakenName(work: Work, name: string): Promise<void> {
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  const taken = await work.manager.query<unknown[]>(
    `SELECT 1 FROM baseline WHERE campaign_id = $1 AND name = $2`,
    [work.campaignId, name],
  );
  if (taken.length === 0) return;
  const message = `已有名为“${name}”的基线，请换一个名称`;
  throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer: '/name', message }] });
}
