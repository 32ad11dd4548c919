import type { CivilDate } from '#kernel';
import type { CountyInputs } from './county-inputs.js';
import type { Decimal } from './decimal.js';

export type { CountyInputs, Judgement, SpecialCaseUse, VetoEvent } from './county-inputs.js';

/** 学段 */
export type Stage = 'primary' | 'junior';
export const stages: readonly Stage[] = ['primary', 'junior'];

/** 资源配置 7 项 */
export type ResourceIndicator = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7';
export const resourceIndicators: readonly ResourceIndicator[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];

/** 办学类型: 小学 教学点 初级中学 九年一贯制 十二年一贯制 完全中学 特殊教育学校 */
export type SchoolKind =
  'primary' | 'teaching_point' | 'junior' | 'nine_year' | 'twelve_year' | 'complete_secondary' | 'special';

/** One row of 学校基本情况表. Numbers of persons and rooms are whole; decimals are texts; null is 无数据. */
export interface SchoolRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: SchoolKind;
  readonly township: string | null;
  readonly locale: 'urban' | 'town' | 'rural' | null;
  readonly founder: 'public' | 'private' | null;
  /** null: by the standard's scope rules. */
  readonly inScope: boolean | null;
  readonly exclusionReason: string | null;
  readonly students: {
    readonly primary: number | null;
    readonly junior: number | null;
    readonly senior: number | null;
  };
  readonly classes: { readonly primary: number | null; readonly junior: number | null };
  /** Teachers above the required degree, 人 (C1). */
  readonly aboveDegree: Readonly<Record<Stage, string | null>>;
  /** Backbone teachers of county level and above, 人 (C2). */
  readonly backbone: Readonly<Record<Stage, string | null>>;
  /** Teachers of sports, music and art, 人; a shared one may count 0.5 (C3). */
  readonly arts: Readonly<Record<Stage, string | null>>;
  /** Teaching and auxiliary rooms, ㎡, whole school (C4). */
  readonly roomArea: string | null;
  /** Sports grounds and halls, ㎡, whole school (C5). */
  readonly sportsArea: string | null;
  /** Teaching equipment, 万元, whole school (C6). */
  readonly equipment: string | null;
  /** Networked multimedia classrooms, 间, whole school (C7). */
  readonly networkRooms: string | null;
  readonly musicRooms: number | null;
  readonly artRooms: number | null;
  /** Where each value stands in the imported file: field path → cell address, e.g. 'students.primary' → '学校基本情况表!H7'. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** One row of 班级情况表. */
export interface ClassRecord {
  /** Code of the school. */
  readonly school: string;
  readonly stage: Stage;
  /** 1…9 */
  readonly grade: number;
  readonly name: string;
  readonly students: number;
  readonly cell?: string;
}

/** 达标 未达标 无数据 不适用 计算错误 */
export type Verdict = 'met' | 'unmet' | 'no_data' | 'not_applicable' | 'error';
/** 达标 未达标 待核实 不适用: of a section, a group of indicators, or the county. */
export type Conclusion = 'met' | 'unmet' | 'to_verify' | 'not_applicable';

export const verdictNames: Readonly<Record<Verdict, string>> = {
  met: '达标',
  unmet: '未达标',
  no_data: '无数据',
  not_applicable: '不适用',
  error: '计算错误',
};
export const conclusionNames: Readonly<Record<Conclusion, string>> = {
  met: '达标',
  unmet: '未达标',
  to_verify: '待核实',
  not_applicable: '不适用',
};

/** Where a value comes from; 'mirror' and 'practice' are shown as 待核. */
export interface Basis {
  readonly document: string;
  readonly clause: string | null;
  readonly since: CivilDate;
  readonly checkedOn: CivilDate;
  readonly authority: 'official' | 'mirror' | 'practice';
  readonly note: string | null;
}

export interface Parameter<T> {
  readonly value: T;
  readonly since: CivilDate;
  readonly basis: Basis;
}

export type Operator = '≥' | '≤' | '<' | '=';

/** Numbers that stand beside the thresholds; every one is dated and has a basis. */
export interface RuleParameters {
  /** 6: how many of the seven must reach the line. */
  readonly minimumMet: Parameter<Decimal>;
  /** 0.85: what the remaining ones must reach of the line. */
  readonly floor: Parameter<Decimal>;
  /** 0.50 and 0.45. */
  readonly coefficientLimit: Readonly<Record<Stage, Parameter<Decimal>>>;
  /** 1 : 1.1 : 1.32 of integrated schools with a primary part. */
  readonly weights: Readonly<Record<'primary' | 'junior' | 'senior', Parameter<Decimal>>>;
  /** 1 : 1.2 of complete secondary schools. */
  readonly secondaryWeights: Readonly<Record<'junior' | 'senior', Parameter<Decimal>>>;
  /** 12: classes for each music room and each art room (C10). */
  readonly classesPerRoom: Parameter<Decimal>;
  /** 100: below it funds are reckoned as for this many pupils (C13). */
  readonly smallSchool: Parameter<Decimal>;
  /** 56: from here on a class is 大班额; no verdict rests on it. */
  readonly largeClass: Parameter<Decimal>;
  /** 66: from here on 超大班额. */
  readonly oversizeClass: Parameter<Decimal>;
}

export interface Threshold extends Parameter<Decimal> {
  readonly operator: Operator;
  /** null: every stage. */
  readonly stage: Stage | null;
  /** Empty: every kind of school. */
  readonly kinds: readonly SchoolKind[];
  /** When a plan wants it reached; null: no date given. */
  readonly dueOn: CivilDate | null;
}

export type IndicatorLevel = 'school' | 'county';
/** computed 由数据计算, counted 由台账计数, judged 凭佐证判定 */
export type IndicatorType = 'computed' | 'counted' | 'judged';
export type IndicatorGroup = 'resources' | 'guarantee' | 'quality' | 'approval';
/** census 每年9月20日前随学年初报表, fiscal 上一财政年度决算后, yearly 每学年结束, evidence 随佐证更新 */
export type DataCycle = 'census' | 'fiscal' | 'yearly' | 'evidence';

export interface EvaluationPoint {
  readonly id: string;
  readonly text: string;
  readonly basis: Basis;
}

/** Which arithmetic a test asks for. */
export type TestMethod =
  /** C1–C7: amount ÷ pupils of each section. */
  | 'resource'
  /** C10: qualifying music and art rooms against the number of classes. */
  | 'rooms'
  /** C11: pupils of compulsory education of each school. */
  | 'school_size'
  /** C12: the pupils of each class. */
  | 'class_size'
  /** C13: the pupils that a small school's funds are reckoned for. */
  | 'small_school'
  /** Sums of figures, of the county or of each school. */
  | 'ratio'
  /** Judged on evidence. */
  | 'judged';

/** One figure of a numerator or denominator. */
export interface Term {
  readonly key: string;
  readonly name: string;
  readonly sign: 1 | -1;
  /** 人 when absent. */
  readonly unit?: string;
  /** Money and shares may have decimals; persons are whole. */
  readonly fraction?: boolean;
}

/** One test of an indicator; C18, C22 and C31 have two, and both must hold. */
export interface IndicatorTest {
  readonly id: string;
  readonly name: string;
  readonly method: TestMethod;
  readonly unit: string;
  readonly numerator: readonly Term[];
  /** Empty: the value is the numerator itself. */
  readonly denominator: readonly Term[];
  readonly factor: Decimal;
  /** Kinds of schools a school test covers; empty: all. */
  readonly kinds: readonly SchoolKind[];
  /** In force on the standard's date. */
  readonly national: readonly Threshold[];
  readonly local: readonly Threshold[];
}

/** How a word of the standard is understood, or a special case: dated text that a county can correct. */
export interface Definition {
  readonly id: string;
  readonly indicator: string;
  readonly text: string;
  readonly basis: Basis;
}

export interface IndicatorDefinition {
  /** C1…C31, or 'approval' 社会认可度. */
  readonly id: string;
  readonly name: string;
  readonly group: IndicatorGroup;
  readonly level: IndicatorLevel;
  readonly type: IndicatorType;
  readonly direction: 'up' | 'down' | 'none';
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly cycle: DataCycle;
  readonly tests: readonly IndicatorTest[];
  readonly points: readonly EvaluationPoint[];
  readonly definitions: readonly Definition[];
  readonly basis: Basis;
}

/** A rule on which schools the seven resource indicators cover. */
export interface ScopeRule {
  readonly id: string;
  readonly outcome: 'in' | 'out';
  readonly kinds: readonly SchoolKind[];
  readonly founder: 'public' | 'private' | null;
  /** Applies only below this many pupils of compulsory education; null: whatever the size. */
  readonly studentsBelow: Decimal | null;
  readonly reason: string;
  readonly basis: Basis;
}

/**
 * What a special case does: `limit` sets another line for the school's size (C11), `rooms` counts the rooms that
 * are large enough by a smaller size (C10), `add` counts something on top of what the school has (C3, C5).
 */
export type CaseEffect = 'limit' | 'rooms' | 'add';

/** A special case of some schools: dated, with its basis, and never applied unless the county registers it. */
export interface SpecialCase {
  readonly id: string;
  readonly indicator: string;
  readonly name: string;
  /** Whom it is for, in words: the county vouches for it with a ground. */
  readonly condition: string;
  readonly effect: CaseEffect;
  /** Of `limit` only. */
  readonly limit: Decimal | null;
  /** Empty: every kind. */
  readonly kinds: readonly SchoolKind[];
  readonly locale: 'urban' | 'town' | 'rural' | null;
  /** Pupils of compulsory education, at least and below; null: whatever the size. */
  readonly studentsFrom: Decimal | null;
  readonly studentsBelow: Decimal | null;
  readonly basis: Basis;
}

export interface VetoDefinition {
  readonly id: string;
  readonly name: string;
  readonly basis: Basis;
}

/** The standard as of one date in one place: what evaluation needs, nothing dated later. */
export interface Standard {
  readonly place: string | null;
  readonly placeName: string | null;
  readonly asOf: CivilDate;
  readonly indicators: readonly IndicatorDefinition[];
  readonly vetoes: readonly VetoDefinition[];
  readonly scope: readonly ScopeRule[];
  readonly specialCases: readonly SpecialCase[];
  readonly rules: RuleParameters;
  readonly fingerprint: string;
}

export interface EvaluationInput {
  readonly schools: readonly SchoolRecord[];
  readonly classes: readonly ClassRecord[] | null;
  readonly county: CountyInputs;
}
