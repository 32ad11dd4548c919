import { civilDate, DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { Evaluation } from '../evaluations.js';
import { checkWhatIf, dataYearOf } from './check-what-if.js';
import { refuseTakenName } from './what-if-name.js';
import { emptyProject, type WhatIfContent, type WhatIfProject } from './what-if-content.dto.js';
import type { WhatIfChange } from './what-ifs.dto.js';
import { readWhatIfs } from './what-ifs.queries.js';

/**
 * Replaces what a what-if assumes; the data it rests on are only read.
 * @param evaluation of the data set it shall rest on
 * @throws DomainError `not_found`, `malformed` with every row that is wrong, `rule_refused`, `stale_version`
 */
export async function changeWhatIf(
  work: Work,
  id: string,
  input: WhatIfChange,
  { dataSet, schools }: Pick<Evaluation, 'dataSet' | 'schools'>,
): Promise<void> {
  const [before] = await readWhatIfs(work, [id]);
  if (!before || !dataSet) throw new DomainError('not_found', { detail: '没有这个推演方案，或已被撤回。' });
  const name = input.name.trim();
  const content = cleaned(input);
  const dataYear = dataYearOf(civilDate(dataSet.asOf));
  checkWhatIf(name, content, { schools, dataYear, goalYear: input.goalYear });
  await refuseTakenName(work, name, id);
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE what_if SET name = $4, data_set_id = $5, goal_year = $6, assumptions = $7, updated_by = $8, updated_at = $9,
       version = version + 1
     WHERE campaign_id = $1 AND id = $2 AND version = $3 AND NOT withdrawn`,
    [
      work.campaignId,
      id,
      input.version,
      name,
      dataSet.id,
      input.goalYear,
      JSON.stringify(content),
      work.actor.accountId,
      work.now,
    ],
  );
  if (changed !== 1) {
    throw new DomainError('stale_version', { detail: `“${before.name}”刚被${before.updatedBy.name}改过。` });
  }
}

/** Blank cells are 待补, not text. */
function cleaned({ enrolment, projects }: WhatIfContent): WhatIfContent {
  const cell = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    return value.trim() === '' ? null : value.trim();
  };
  return {
    enrolment: enrolment.map((row) => ({
      ...row,
      school: row.school?.trim() || null,
      value: row.value.trim(),
    })),
    projects: projects.map((row) => {
      const cells = Object.entries(row).map(([key, value]) => [key, cell(value)]);
      return { ...emptyProject, ...(Object.fromEntries(cells) as WhatIfProject), name: row.name.trim() };
    }),
  };
}
