import {
  basisText,
  caseValues,
  type CountyResult,
  isWeak,
  misfitOf,
  type PlainVerdicts,
  type SchoolRecord,
  type SpecialCase,
  type Verdict,
} from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { Evaluation } from '../evaluations.js';
import type { EnteredCase } from './entered.queries.js';
import { schoolNames } from './figures-view.js';
import { mayEnterFigures } from './may-enter-figures.js';
import type { CaseUseRow, SpecialCaseBoard } from './special-cases.dto.js';

/** The special cases of the standard, and the schools they were registered for, with and without. */
export async function specialCaseBoard(work: Work, evaluation: Evaluation): Promise<SpecialCaseBoard> {
  const { asOf, standard, schools, result, entered } = evaluation;
  const may = await mayEnterFigures(work, standard);
  const records = new Map(schools.map((school) => [school.code, school]));
  return {
    asOf,
    schools: schoolNames(evaluation),
    cases: standard.specialCases.map((definition) => ({
      id: definition.id,
      indicator: definition.indicator,
      name: definition.name,
      condition: definition.condition,
      basisText: basisText(definition.basis),
      weak: isWeak(definition.basis),
      fields: caseValues(definition).map(({ key, name, unit }) => ({ key, name, unit })),
      mayRegister: may.figures(definition.indicator),
      uses: entered.cases
        .filter((each) => each.case === definition.id)
        .map((use) => useRow(use, definition, records.get(use.school), result)),
    })),
  };
}

function useRow(
  use: EnteredCase,
  definition: SpecialCase,
  school: SchoolRecord | undefined,
  result: CountyResult,
): CaseUseRow {
  const { applies, values, ground, since, unitName, recordedBy, recordedOn } = use;
  const judged = verdictOf(result, use.school, definition.indicator);
  return {
    school: use.school,
    schoolName: school?.name ?? null,
    applies,
    values: Object.entries(values).map(([key, value]) => ({ key, value })),
    ground,
    since,
    unitName,
    recordedBy,
    recordedOn,
    misfit: school ? misfitOf(definition, school) : '这份学校数据里没有这所学校',
    verdict: judged?.verdict ?? null,
    verdictWithout: judged?.withoutCases?.verdict ?? judged?.verdict ?? null,
  };
}

interface Judged {
  readonly verdict: Verdict;
  readonly withoutCases?: PlainVerdicts<Verdict>;
}

/** Of the school as a whole, or of its section that the case changed. */
function verdictOf(result: CountyResult, school: string, indicator: string): Judged | undefined {
  const own = result.indicators
    .find((each) => each.indicator === indicator)
    ?.schools.find((each) => each.school === school);
  const figures = result.sections
    .filter((section) => section.school === school)
    .flatMap((section) => Object.values(section.indicators).filter(({ id }) => id === indicator));
  return own ?? figures.find(({ withoutCases }) => withoutCases) ?? figures[0];
}
