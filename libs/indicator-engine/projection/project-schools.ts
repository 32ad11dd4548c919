import { DomainError } from '#kernel';
import { parseDecimal, type Decimal, showDecimal } from '../decimal.js';
import { stagesOf } from '../sections.js';
import type { SchoolRecord, Stage } from '../types.js';
import {
  type Assumptions,
  checkAssumptions,
  type EnrolmentChange,
  type NewSchool,
  type PlannedProject,
  type ProjectGains,
  type PupilStage,
} from './assumptions.js';

export interface ProjectedYear {
  /** September of this year. */
  readonly year: number;
  readonly schools: readonly SchoolRecord[];
  /** Ids of the projects that open. */
  readonly opened: readonly string[];
}

/**
 * The schools as they would be in each coming year: pupils change, projects bring what they build and their intake moves.
 * Of a new school is known what its project says and nothing else: the rest is 无数据, not 0. Percentages apply to the year
 * before and round half up to whole pupils. 无数据 stays 无数据 whatever is added to it. What is assumed for `dataYear` and
 * before is past and left out.
 *
 * Pure: the schools given are not changed, and the projected ones no longer claim cells of an imported file.
 * @param dataYear September the schools' data is of
 * @param goalYear last year to project, not before dataYear
 * @returns one entry for each year after dataYear
 * @throws DomainError `malformed` for assumptions that contradict the schools, or more pupils leaving than there are; with
 *   the pointer of the assumption
 * @example projectSchools(schools, 2026, 2030, plan).map(({ year }) => year) // [2027, 2028, 2029, 2030]
 */
export function projectSchools(
  schools: readonly SchoolRecord[],
  dataYear: number,
  goalYear: number,
  assumptions: Assumptions,
): readonly ProjectedYear[] {
  checkAssumptions(assumptions, schools);
  const years: ProjectedYear[] = [];
  let current = schools.map(({ cells: _cells, ...school }): SchoolRecord => school);
  for (let year = dataYear + 1; year <= goalYear; year += 1) {
    const projects = placed(assumptions.projects).filter(({ entry }) => entry.opensIn === year);
    const changes = placed(assumptions.enrolment).filter(({ entry }) => entry.year === year);
    const founded = projects.flatMap(({ entry }) => (entry.founds ? [foundSchool(entry.founds, entry)] : []));
    const enrolled = [...current, ...founded].map((school) => enrol(school, changes));
    current = projects.reduce(openProject, enrolled);
    years.push({ year, schools: current, opened: projects.map(({ entry }) => entry.id) });
  }
  return years;
}

/** An assumption and its place in the list, for the pointer of a fault. */
interface Placed<T> {
  readonly entry: T;
  readonly index: number;
}
const placed = <T>(entries: readonly T[]): Placed<T>[] => entries.map((entry, index) => ({ entry, index }));

const pupilStages: readonly PupilStage[] = ['primary', 'junior', 'senior'];

/** A school's own entries go before those for all; entries of the same kind apply in the order given. */
function enrol(school: SchoolRecord, changes: readonly Placed<EnrolmentChange>[]): SchoolRecord {
  const students = { ...school.students };
  for (const stage of pupilStages) {
    const own = changes.filter(({ entry }) => entry.stage === stage && entry.school === school.code);
    const general = changes.filter(({ entry }) => entry.stage === stage && entry.school === null);
    for (const change of own.length > 0 ? own : general) {
      students[stage] = changed(students[stage], change, school);
    }
  }
  return { ...school, students };
}

function changed(
  students: number | null,
  { entry: { change, year, school }, index }: Placed<EnrolmentChange>,
  { name }: SchoolRecord,
): number | null {
  // "Every school" cannot give pupils to a stage of which nothing is known or which does not exist.
  if (change.kind === 'set') return students === null && school === null ? null : change.students;
  if (students === null) return null;
  const next = change.kind === 'add' ? students + change.students : byPercent(students, change.percent);
  if (next < 0) throw impossible(`/enrolment/${index}`, `${name}${year}年在校生将少于0人。`);
  return next;
}

/** Half up, in whole numbers: 41 pupils and −2.5 % give 39.975, so 40. */
function byPercent(students: number, percent: string): number {
  const { units, scale } = parseDecimal(percent) ?? { units: 0n, scale: 0 };
  const hundred = 100n * 10n ** BigInt(scale);
  return Number((2n * BigInt(students) * (hundred + units) + hundred) / (2n * hundred));
}

/** Begins at 0 where the project says what it brings. */
function foundSchool(founds: NewSchool, { gains }: PlannedProject): SchoolRecord {
  const has = (stage: Stage) => stagesOf(founds.kind).includes(stage);
  const start = (said: Readonly<Partial<Record<Stage, string>>> | undefined, stage: Stage) =>
    has(stage) && said?.[stage] !== undefined ? '0' : null;
  const startOf = (said: Readonly<Partial<Record<Stage, string>>> | undefined) => ({
    primary: start(said, 'primary'),
    junior: start(said, 'junior'),
  });
  const classes = (stage: Stage) => (has(stage) && gains.classes?.[stage] !== undefined ? 0 : null);
  const withSenior = founds.kind === 'twelve_year' || founds.kind === 'complete_secondary';
  return {
    ...founds,
    inScope: null,
    exclusionReason: null,
    students: {
      primary: has('primary') ? 0 : null,
      junior: has('junior') ? 0 : null,
      senior: withSenior ? 0 : null,
    },
    classes: { primary: classes('primary'), junior: classes('junior') },
    aboveDegree: startOf(gains.aboveDegree),
    backbone: startOf(gains.backbone),
    arts: startOf(gains.arts),
    roomArea: gains.roomArea === undefined ? null : '0',
    sportsArea: gains.sportsArea === undefined ? null : '0',
    equipment: gains.equipment === undefined ? null : '0',
    networkRooms: gains.networkRooms === undefined ? null : '0',
    musicRooms: gains.musicRooms === undefined ? null : 0,
    artRooms: gains.artRooms === undefined ? null : 0,
  };
}

function openProject(
  schools: readonly SchoolRecord[],
  { entry: { school: code, gains, intake, opensIn }, index }: Placed<PlannedProject>,
): SchoolRecord[] {
  const moved = (school: SchoolRecord, now: SchoolRecord['students'], stage: Stage, change: number) =>
    withMoved(now, stage, change, () =>
      impossible(`/projects/${index}`, `${school.name}${opensIn}年转出的学生多于在校生。`),
    );
  return schools.map((school) => {
    let { students } = school;
    for (const { from, stage, students: count } of intake) {
      if (school.code === from) students = moved(school, students, stage, -count);
      if (school.code === code) students = moved(school, students, stage, count);
    }
    return { ...(school.code === code ? gained(school, gains) : school), students };
  });
}

function withMoved(
  students: SchoolRecord['students'],
  stage: Stage,
  change: number,
  tooMany: () => DomainError,
): SchoolRecord['students'] {
  const now = students[stage];
  if (now === null) return students;
  if (now + change < 0) throw tooMany();
  return { ...students, [stage]: now + change };
}

function gained(school: SchoolRecord, gains: ProjectGains): SchoolRecord {
  const perStage = (
    now: Readonly<Record<Stage, string | null>>,
    more: Readonly<Partial<Record<Stage, string>>> = {},
  ) => ({
    primary: plus(now.primary, more.primary),
    junior: plus(now.junior, more.junior),
  });
  const count = (now: number | null, more = 0) => (now === null ? null : now + more);
  return {
    ...school,
    aboveDegree: perStage(school.aboveDegree, gains.aboveDegree),
    backbone: perStage(school.backbone, gains.backbone),
    arts: perStage(school.arts, gains.arts),
    roomArea: plus(school.roomArea, gains.roomArea),
    sportsArea: plus(school.sportsArea, gains.sportsArea),
    equipment: plus(school.equipment, gains.equipment),
    networkRooms: plus(school.networkRooms, gains.networkRooms),
    musicRooms: count(school.musicRooms, gains.musicRooms),
    artRooms: count(school.artRooms, gains.artRooms),
    classes: {
      primary: count(school.classes.primary, gains.classes?.primary),
      junior: count(school.classes.junior, gains.classes?.junior),
    },
  };
}

/** A text that is no number is left as it is: evaluation calls it 计算错误. */
function plus(now: string | null, more = '0'): string | null {
  const [a, b] = [now === null ? null : parseDecimal(now), parseDecimal(more)];
  if (a === null || b === null || b.units === 0n) return now;
  const scale = Math.max(a.scale, b.scale);
  const at = ({ units, scale: own }: Decimal) => units * 10n ** BigInt(scale - own);
  return showDecimal({ units: at(a) + at(b), scale });
}

const impossible = (pointer: string, message: string) =>
  new DomainError('malformed', { detail: message, errors: [{ pointer, message }] });
