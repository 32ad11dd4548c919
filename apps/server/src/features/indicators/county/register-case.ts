import { caseValues, misfitOf, type SchoolRecord, type SpecialCase, type Standard } from '#indicator-engine';
import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { mayEnterFigures } from './may-enter-figures.js';
import { parseFigure } from './parse-figure.js';
import { recorderName } from './recorder-name.js';
import { pastDay } from './record-figures.js';
import type { RegisterCase } from './special-cases.dto.js';

/**
 * Registers that a special case holds for a school from a day on, or no longer does.
 * @throws DomainError `forbidden`, `rule_refused` with every fault
 */
export async function registerCase(
  work: Work,
  input: RegisterCase,
  standard: Standard,
  schools: readonly SchoolRecord[],
): Promise<void> {
  const definition = standard.specialCases.find(({ id }) => id === input.case);
  const school = schools.find(({ code }) => code === input.school);
  if (!definition || !school) {
    throw new DomainError('rule_refused', {
      errors: [
        ...(definition ? [] : [{ pointer: '/case', message: '标准里没有这种特殊情形' }]),
        ...(school ? [] : [{ pointer: '/school', message: '最新的学校数据里没有这所学校' }]),
      ],
    });
  }
  const may = await mayEnterFigures(work, standard);
  if (!may.figures(definition.indicator))
    throw new DomainError('forbidden', {
      detail: `${definition.indicator} 的特殊情形由牵头单位和政府办登记。`,
    });
  const since = pastDay(work, input.since, '/since', '起始日期');
  const { values, faults } = input.applies
    ? readValues(definition, school, input.values ?? [])
    : { values: {}, faults: [] };
  if (faults.length > 0)
    throw new DomainError('rule_refused', { detail: `有 ${faults.length} 处填写不对。`, errors: faults });
  await work.manager.query(
    `INSERT INTO special_case_use (campaign_id, id, case_id, school_code, applies, case_values, ground, since,
       unit_name, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      work.campaignId,
      work.newId(),
      definition.id,
      school.code,
      input.applies,
      JSON.stringify(values),
      input.ground.trim(),
      since,
      recorderName(work),
      work.actor.accountId,
      work.now,
    ],
  );
}

function readValues(
  definition: SpecialCase,
  school: SchoolRecord,
  given: readonly { readonly key: string; readonly value: string }[],
): { readonly values: Readonly<Record<string, string>>; readonly faults: readonly FieldFault[] } {
  const misfit = misfitOf(definition, school);
  const wanted = caseValues(definition);
  const read = wanted.map((each) => {
    const typed = given.find(({ key }) => key === each.key)?.value;
    const number = typed === undefined ? null : parseFigure(typed);
    const whole = number !== null && (!each.whole || /^\d{1,6}$/.test(number));
    return { ...each, number: whole ? number : null };
  });
  const unknown = given.filter(({ key }) => !wanted.some((each) => each.key === key));
  return {
    values: Object.fromEntries(read.flatMap(({ key, number }) => (number === null ? [] : [[key, number]]))),
    faults: [
      ...(misfit === null ? [] : [{ pointer: '/case', message: `这所学校不符合：${misfit}` }]),
      ...read
        .filter(({ number }) => number === null)
        .map(({ name, whole }) => ({ pointer: '/values', message: `${name}应是${whole ? '整数' : '数'}` })),
      ...unknown.map(({ key }) => ({ pointer: '/values', message: `这种情形不填“${key}”` })),
    ],
  };
}
