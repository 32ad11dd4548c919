import type { Work } from '../../database/unit-of-work.js';
import { refuseFaults, writeFacts } from './edit-facts.js';
import type { NewProject } from './project-inputs.dto.js';

/**
 * 政府办 adds a project that the plan does not list; loading a plan leaves it as it is.
 * @returns its id
 * @throws DomainError `rule_refused`
 */
export async function addProject(work: Work, input: NewProject): Promise<string> {
  await refuseFaults(work, input.stages, input);
  const id = work.newId();
  await work.manager.query(
    `INSERT INTO project (campaign_id, id, entry, school, kind, year, stages, position, added)
     SELECT $1, $2::uuid, 'office-' || $2::uuid, $3, $4, $5, $6, coalesce(max(position), 0) + 1, true
     FROM project WHERE campaign_id = $1`,
    [work.campaignId, id, input.school.trim(), input.kind, input.year, input.stages],
  );
  await writeFacts(work, { id, seq: 1 }, input, { example: false, known: {} });
  return id;
}
