import { loadStandards, standardsDirectory } from '#campaign-pack';
import { type SchoolRecord, type Standard, standardAsOf } from '#indicator-engine';
import type { Work } from '../../database/unit-of-work.js';
import { readDataSets } from './data-sets.queries.js';
import { readSchools } from './school-records.queries.js';

export interface CurrentStandard {
  readonly standard: Standard;
  /** Of the newest data set. */
  readonly schools: readonly SchoolRecord[];
}

/** The national standard of the day and the newest schools, for what is entered while the example is loaded. */
export async function currentStandard(work: Work): Promise<CurrentStandard> {
  const standard = standardAsOf(loadStandards(standardsDirectory()), null, work.today);
  const [dataSet] = await readDataSets(work, { until: work.today });
  return { standard, schools: dataSet ? await readSchools(work, dataSet.id) : [] };
}
