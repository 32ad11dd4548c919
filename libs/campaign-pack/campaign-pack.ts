import type { CivilDate } from '#kernel';

/** Where an entry stands in the plan: no value without it. */
export interface Basis {
  /** Id of a {@link Clause}. */
  readonly clause: string;
  /** Id of the {@link SourceDocument} of that clause. */
  readonly document: string;
}

export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: CivilDate | null;
  readonly note: string | null;
}

/** One of the plan's main task groups, with the number of its items in other papers of the same campaign. */
export interface TaskGroup extends Omit<Basis, 'clause'> {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly restatedIn: readonly { readonly document: string; readonly items: number }[];
}

export interface Clause {
  readonly id: string;
  readonly document: string;
  readonly number: string;
  /** What the clause is about, in own words. */
  readonly title: string;
  /** Id of a {@link TaskGroup}. */
  readonly group: string | null;
  /** Bodies that the clause names, as written there. */
  readonly mentions: readonly string[];
  readonly order: number;
}

export interface Unit extends Basis {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'department' | 'township';
  /** The plan does not name the unit; the office enters the name later. */
  readonly namePending: boolean;
  readonly aliases: readonly string[];
  readonly order: number;
}

/** How many members the plan says there are. */
export interface MemberCount extends Basis {
  readonly total: number;
  readonly townships: number;
}

/** One duty in own words: of one unit, or of all units of a kind. */
export interface Duty extends Basis {
  readonly id: string;
  readonly unit: string | null;
  readonly appliesTo: 'township' | null;
  readonly text: string;
  readonly order: number;
}

export interface Phase extends Basis {
  readonly id: string;
  readonly name: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly undetermined: boolean;
  readonly order: number;
}

export type Stage = 'primary' | 'junior';

export interface Project extends Basis {
  readonly id: string;
  readonly school: string;
  readonly kind: 'new_build' | 'extension' | 'relocation';
  readonly year: number;
  /** A school with two sections is one project with two stages. */
  readonly stages: readonly Stage[];
  readonly order: number;
}

/** What the plan declares for one year's school building. */
export interface ProjectYear extends Basis {
  readonly id: string;
  readonly year: number;
  readonly schools: number;
  readonly places: Readonly<Record<Stage, number | null>>;
  /** The total as written, where it is written. */
  readonly placesTotal: number | null;
  readonly classes: number | null;
  /** 万元, as a decimal text. */
  readonly investment: string | null;
  /** What the figure leaves out or takes in, where the plan says so. */
  readonly investmentScope: string | null;
  readonly order: number;
}

/** Targets that a check can compare other figures with. */
export type Measure = 'goal_date' | 'class_size' | 'school_size';

export interface Target extends Basis {
  readonly id: string;
  readonly kind: 'indicator' | 'quantity' | 'ratio' | 'date' | 'money';
  readonly name: string;
  readonly operator: '≥' | '≤' | '=' | '<';
  /** A decimal text in `unit`, or a date. */
  readonly value: string;
  readonly unit: string;
  readonly dueOn: CivilDate | null;
  readonly measure: Measure | null;
  /** The schools a measure is for; `nine_year` are schools of both stages. */
  readonly stage: Stage | 'nine_year' | null;
  readonly order: number;
}

/** The content of a pack without its fingerprint. */
export interface PackContent {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly documents: readonly SourceDocument[];
  readonly groups: readonly TaskGroup[];
  readonly clauses: readonly Clause[];
  readonly members: MemberCount | null;
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly phases: readonly Phase[];
  readonly projects: readonly Project[];
  readonly projectYears: readonly ProjectYear[];
  readonly targets: readonly Target[];
}

/** A county's plan as declarative data. */
export interface CampaignPack extends PackContent {
  /** SHA-256 over the content, the same for the same content however it is spread over files. */
  readonly fingerprint: string;
}
