import type { Work } from '../../../database/unit-of-work.js';
import { changeWhatIf } from './change-what-if.js';
import { createWhatIf } from './create-what-if.js';
import type { WhatIfChange } from './what-ifs.dto.js';
import { readSchoolsOf, readWhatIfs } from './what-ifs.queries.js';

/**
 * A what-if on the newest data set, filled in at once.
 * @returns its id
 * @throws DomainError as its two steps do
 */
export async function addWhatIf(
  work: Work,
  input: Omit<WhatIfChange, 'version' | 'dataSetId'>,
): Promise<string> {
  const id = await createWhatIf(work, { name: input.name });
  const [made] = await readWhatIfs(work, [id]);
  if (!made) throw new Error('the what-if that was just made is not there');
  const { dataSet, version } = made;
  const schools = await readSchoolsOf(work, dataSet.id);
  await changeWhatIf(work, id, { ...input, version, dataSetId: dataSet.id }, { dataSet, schools });
  return id;
}
