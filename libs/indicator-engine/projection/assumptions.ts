import { DomainError } from '#kernel';
import { parseDecimal } from '../decimal.js';
import { stagesOf } from '../sections.js';
import type { SchoolKind, SchoolRecord, Stage } from '../types.js';

/** A stage whose pupils are counted; 高中 counts only in the shares of integrated schools. */
export type PupilStage = Stage | 'senior';

/** Pupils of one year against the year before: entered by hand or by percentage (5 or −2.5 for a hundred). */
export interface EnrolmentChange {
  /** September of this year. */
  readonly year: number;
  /** Code; null: every school that has no entry of its own for this year and stage. */
  readonly school: string | null;
  readonly stage: PupilStage;
  readonly change:
    | { readonly kind: 'set'; readonly students: number }
    | { readonly kind: 'add'; readonly students: number }
    | { readonly kind: 'percent'; readonly percent: string };
}

/** What a school gets; absent is nothing. Amounts are decimal texts in the units of the school record (equipment 万元). */
export interface ProjectGains {
  readonly aboveDegree?: Readonly<Partial<Record<Stage, string>>>;
  readonly backbone?: Readonly<Partial<Record<Stage, string>>>;
  readonly arts?: Readonly<Partial<Record<Stage, string>>>;
  readonly roomArea?: string;
  readonly sportsArea?: string;
  readonly equipment?: string;
  readonly networkRooms?: string;
  readonly musicRooms?: number;
  readonly artRooms?: number;
  readonly classes?: Readonly<Partial<Record<Stage, number>>>;
}

export type NewSchool = Pick<SchoolRecord, 'code' | 'name' | 'kind' | 'township' | 'locale' | 'founder'>;

export interface PlannedProject {
  readonly id: string;
  /** September from which it counts. */
  readonly opensIn: number;
  /** Code of the school it belongs to. */
  readonly school: string;
  /** Set when the project makes that school. */
  readonly founds: NewSchool | null;
  /** 学位. They draw pupils only by `intake`: an empty place teaches nobody. */
  readonly places: Readonly<Record<Stage, number | null>>;
  readonly gains: ProjectGains;
  /** Pupils who begin here in the opening year; from another school when `from` is its code. */
  readonly intake: readonly {
    readonly from: string | null;
    readonly stage: Stage;
    readonly students: number;
  }[];
}

/** Everything a projection assumes. A what-if is another copy with its own name; data is never part of it. */
export interface Assumptions {
  readonly name: string;
  readonly enrolment: readonly EnrolmentChange[];
  readonly projects: readonly PlannedProject[];
}

/**
 * A copy under its own name that shares nothing with the original.
 * @example whatIf(plan, '若新校晚一年') // { name: '若新校晚一年', enrolment: […], projects: […] }
 */
export function whatIf(assumptions: Assumptions, name: string): Assumptions {
  return { ...structuredClone(assumptions), name };
}

/**
 * Checks assumptions against the schools they are about, all faults in one pass.
 * @throws DomainError `malformed` with a pointer and a Chinese sentence for each fault
 * @example checkAssumptions(plan, schools)
 */
export function checkAssumptions(
  { enrolment, projects }: Assumptions,
  schools: readonly SchoolRecord[],
): void {
  const known = new Map<string, KnownSchool>(
    schools.map(({ code, kind }) => [code, { kind, since: -Infinity }]),
  );
  const errors: { pointer: string; message: string }[] = [];
  const refuse = (pointer: string, message: string) => errors.push({ pointer, message });
  for (const [index, { school, founds, opensIn }] of projects.entries()) {
    if (founds === null) continue;
    if (known.has(founds.code)) refuse(`/projects/${index}/founds/code`, `学校代码${founds.code}已经存在。`);
    if (founds.code !== school) refuse(`/projects/${index}/school`, '新建学校的代码与项目所属学校不一致。');
    known.set(founds.code, { kind: founds.kind, since: opensIn });
  }
  for (const [index, entry] of enrolment.entries()) {
    const fault = enrolmentFault(entry, known);
    if (fault) refuse(`/enrolment/${index}`, fault);
  }
  for (const [index, project] of projects.entries()) {
    for (const fault of projectFaults(project, known)) refuse(`/projects/${index}`, fault);
  }
  if (errors.length > 0) throw new DomainError('malformed', { detail: '预测条件有误，请逐项更正。', errors });
}

interface KnownSchool {
  readonly kind: SchoolKind;
  /** The September it opens. */
  readonly since: number;
}
type Known = ReadonlyMap<string, KnownSchool>;

function absence(code: string, year: number, known: Known): string | null {
  const school = known.get(code);
  if (!school) return `没有代码为${code}的学校。`;
  return school.since > year ? `学校${code}到${year}年尚未开办。` : null;
}

function enrolmentFault({ school, stage, year, change }: EnrolmentChange, known: Known): string | null {
  if (school !== null) {
    const absent = absence(school, year, known);
    if (absent) return absent;
    const kind = known.get(school)?.kind;
    if (kind && stage !== 'senior' && !stagesOf(kind).includes(stage)) return `学校${school}没有这一学段。`;
  }
  if (change.kind === 'percent') {
    const percent = parseDecimal(change.percent);
    if (percent === null) return `“${change.percent}”不是数。`;
    return percent.units < -100n * 10n ** BigInt(percent.scale) ? '减少不能超过100%。' : null;
  }
  if (!Number.isSafeInteger(change.students)) return '学生数须为整数。';
  return change.kind === 'set' && change.students < 0 ? '学生数不能为负。' : null;
}

function projectFaults({ school, opensIn, places, gains, intake }: PlannedProject, known: Known): string[] {
  const faults: string[] = [];
  const kind = known.get(school)?.kind;
  const absent = absence(school, opensIn, known);
  if (absent) faults.push(absent);
  for (const { from, stage, students } of intake) {
    if (!Number.isSafeInteger(students) || students < 0) faults.push('入学人数须为0以上的整数。');
    if (kind && !stagesOf(kind).includes(stage)) faults.push(`学校${school}没有这一学段。`);
    const missing = from === null ? null : absence(from, opensIn, known);
    if (missing) faults.push(missing);
  }
  for (const stage of ['primary', 'junior'] as const) {
    const all = intake.filter((each) => each.stage === stage).reduce((sum, each) => sum + each.students, 0);
    const room = places[stage];
    if (room !== null && all > room) faults.push(`入学${all}人，超过学位${room}个。`);
  }
  return [...faults, ...gainFaults(gains)];
}

function gainFaults({ musicRooms, artRooms, classes, ...amounts }: ProjectGains): string[] {
  const texts = Object.values(amounts).flatMap((gain) =>
    typeof gain === 'string' ? [gain] : Object.values(gain),
  );
  const wholes = [musicRooms, artRooms, ...Object.values(classes ?? {})].filter(
    (count) => count !== undefined,
  );
  return [
    ...texts
      .filter((text) => (parseDecimal(text)?.units ?? -1n) < 0n)
      .map((text) => `“${text}”不是0以上的数。`),
    ...wholes
      .filter((count) => !Number.isSafeInteger(count) || count < 0)
      .map((count) => `“${count}”不是0以上的整数。`),
  ];
}
