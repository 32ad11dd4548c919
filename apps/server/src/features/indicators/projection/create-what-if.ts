import { civilDate, DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { readDataSets } from '../data-sets.queries.js';
import { dataYearOf, mostYears } from './check-what-if.js';
import { refuseTakenName } from './what-if-name.js';
import type { WhatIfContent } from './what-if-content.dto.js';
import type { NewWhatIf } from './what-ifs.dto.js';
import { readGoalYear, readWhatIfs } from './what-ifs.queries.js';

const usualYears = 5;

/**
 * An empty what-if, or a copy of another one under its own name.
 * @returns its id
 * @throws DomainError `not_found`, `rule_refused` for a name that is taken or when there are no school data
 */
export async function createWhatIf(work: Work, input: NewWhatIf): Promise<string> {
  const name = input.name.trim();
  await refuseTakenName(work, name, null);
  const start =
    input.copyOf === undefined ? await fromNothing(work, input.dataSetId) : await asCopy(work, input);
  const id = work.newId();
  await work.manager.query(
    `INSERT INTO what_if (campaign_id, id, name, data_set_id, goal_year, assumptions, created_by, created_at, updated_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)`,
    [
      work.campaignId,
      id,
      name,
      start.dataSetId,
      start.goalYear,
      JSON.stringify(start.content),
      work.actor.accountId,
      work.now,
    ],
  );
  return id;
}

interface Start {
  readonly dataSetId: string;
  readonly goalYear: number;
  readonly content: WhatIfContent;
}

async function asCopy(work: Work, { copyOf = '' }: NewWhatIf): Promise<Start> {
  const [original] = await readWhatIfs(work, [copyOf]);
  if (!original) throw new DomainError('not_found', { detail: '没有要复制的推演方案。' });
  return { dataSetId: original.dataSet.id, goalYear: original.goalYear, content: original.content };
}

async function fromNothing(work: Work, dataSetId: string | undefined): Promise<Start> {
  const [dataSet] = await readDataSets(
    work,
    dataSetId === undefined ? { until: work.today } : { id: dataSetId },
  );
  if (!dataSet) {
    if (dataSetId !== undefined) throw new DomainError('not_found', { detail: '没有这份学校数据。' });
    throw new DomainError('rule_refused', { detail: '还没有学校数据，请先在“数据导入”页导入。' });
  }
  const dataYear = dataYearOf(civilDate(dataSet.asOf));
  const planned = await readGoalYear(work);
  const isAhead = planned !== null && planned > dataYear;
  return {
    dataSetId: dataSet.id,
    goalYear: isAhead ? Math.min(planned, dataYear + mostYears) : dataYear + usualYears,
    content: { enrolment: [], projects: [] },
  };
}
