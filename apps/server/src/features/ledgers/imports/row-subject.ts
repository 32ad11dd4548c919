import type { Stage } from '#indicator-engine';
import { classNameOf, gradeOf, type TableRow } from '../../indicators/indicators.module.js';
import type { PlanInput } from '../entries/plan-changes.js';
import { countKey, problemKey } from '../entries/subject-keys.js';
import { classSubject, cohortOf } from '../class-key.js';
import type { RowSubject } from './decide-row.js';
import type { ImportFacts } from './import-facts.queries.js';
import { headers, stageNames } from './ledger-columns.js';

type Place = Pick<RowSubject, 'schoolCode' | 'schoolName'>;

const blank = { stage: null, indicator: null, category: null, openedValue: null, line: null };

/**
 * What the cells of a row say it is about.
 * @param named the row names an entry by its number, so that nothing else has to be there
 * @returns null when not enough is there to tell
 */
export function subjectOf(
  facts: ImportFacts,
  row: TableRow,
  input: PlanInput,
  named: boolean,
): RowSubject | null {
  const place = placeOf(facts, row, named);
  switch (facts.kind.subject) {
    case 'class':
      return classRow(facts, row, place, named);
    case 'school':
      return schoolRow(row, place);
    case 'school_indicator':
      return indicatorRow(row, place, named);
    case 'problem':
      return problemRow(row, place, input);
    case 'count':
      return countRow(facts, place, input);
  }
}

function placeOf({ schools, openable }: ImportFacts, row: TableRow, named: boolean): Place {
  const schoolCode = row.text('schoolCode');
  const known = schoolCode === null ? undefined : schools.get(schoolCode)?.name;
  const written = row.text('schoolName');
  if (schoolCode !== null && known === undefined && !named) {
    row.fault(headers.schoolCode, '最近的学校表里没有这所学校');
  }
  if (schoolCode !== null && known !== undefined && !openable.has(schoolCode) && !named) {
    row.fault(headers.schoolCode, '不在本乡镇（街道），请由所在乡镇（街道）或责任部门登记');
  }
  if (known !== undefined && written !== null && written.replace(/\s/g, '') !== known && !named) {
    row.fault(headers.schoolName, `与学校标识码对应的“${known}”不同`);
  }
  return { schoolCode, schoolName: known ?? written };
}

function classRow(facts: ImportFacts, row: TableRow, place: Place, named: boolean): RowSubject | null {
  const [gradeText, className] = [row.text('grade'), row.text('className')];
  const grade = gradeText === null ? undefined : gradeOf(gradeText);
  if (gradeText !== null && grade === undefined) row.fault(headers.grade, '应是一年级至九年级，或 1 至 9');
  if (place.schoolCode === null || grade === undefined || className === null) {
    if (!named && gradeText !== null && className === null) row.fault(headers.className, '不能为空');
    return null;
  }
  const stage = stageOf(row, grade);
  const name = classNameOf(className);
  return {
    ...blank,
    ...place,
    stage,
    subjectKey: [place.schoolCode, stage, cohortOf(facts.asOf, grade), name].join('|'),
    subject: classSubject(place.schoolName ?? place.schoolCode, stage, grade, name),
    indicator: facts.kind.indicator,
    ...measuredOf(row),
  };
}

/** Grade 6 belongs to the junior stage where five years of primary school are followed by four; then the row says so. */
function stageOf(row: TableRow, grade: number): Stage {
  return (row.text('stage') as Stage | null) ?? (grade > 6 ? 'junior' : 'primary');
}

function schoolRow(row: TableRow, place: Place): RowSubject | null {
  if (place.schoolCode === null) return null;
  const subject = place.schoolName ?? place.schoolCode;
  return { ...blank, ...place, subjectKey: place.schoolCode, subject, ...measuredOf(row) };
}

/** Without its stage a row does not tell the two stages of a school apart. */
function indicatorRow(row: TableRow, place: Place, named: boolean): RowSubject | null {
  const indicator = indicatorOf(row);
  const stage = row.text('stage') as Stage | null;
  if (place.schoolCode === null || indicator === null || (named && stage === null)) return null;
  const subject = [place.schoolName ?? place.schoolCode, stage && stageNames[stage], indicator]
    .filter(Boolean)
    .join(' ');
  return {
    ...blank,
    ...place,
    stage,
    indicator,
    subjectKey: [place.schoolCode, indicator, stage ?? ''].join('|'),
    subject,
  };
}

function problemRow(row: TableRow, place: Place, { fields = {} }: PlanInput): RowSubject | null {
  const subject = row.written(headers.problem);
  const { source, foundOn } = fields;
  const indicator = indicatorOf(row);
  if (subject === null || typeof source !== 'string' || typeof foundOn !== 'string') return null;
  const { schoolCode } = place;
  return {
    ...blank,
    ...place,
    indicator,
    subject,
    subjectKey: problemKey({ source, foundOn, schoolCode, subject }),
  };
}

function countRow(
  facts: ImportFacts,
  place: Place,
  { townshipId, fields = {} }: PlanInput,
): RowSubject | null {
  const { period } = fields;
  const where = place.schoolCode ?? townshipId ?? null;
  if (where === null || typeof period !== 'string') return null;
  const township = [...facts.units.values()].find(({ id }) => id === townshipId)?.name;
  const name = place.schoolCode === null ? township : (place.schoolName ?? place.schoolCode);
  return { ...blank, ...place, subjectKey: countKey(where, period), subject: `${name ?? ''} ${period}` };
}

function indicatorOf(row: TableRow): string | null {
  const text = row.text('indicator')?.toUpperCase().replace(/\s/g, '') ?? null;
  if (text === null) return null;
  const [found] = /^[A-Z]\d{1,2}/.exec(text) ?? [];
  if (found === undefined) row.fault(headers.indicator, '应是指标编号，如 C12');
  return found ?? null;
}

function measuredOf(row: TableRow): Pick<RowSubject, 'openedValue' | 'line'> {
  return { openedValue: row.integer('openedValue'), line: row.integer('line') };
}
