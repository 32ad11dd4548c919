import type { ProjectRole } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import type { DateVersion } from './milestone-course.js';
import type { CountedProject } from './roll-up.js';
import type { ProjectKind, ProjectStage } from './project-words.js';

/** What a project is to bring; null is unknown. Areas ㎡, equipment 万元. */
export interface ProjectFacts {
  readonly schoolCode: string | null;
  readonly placesPrimary: number | null;
  readonly placesJunior: number | null;
  readonly classesPrimary: number | null;
  readonly classesJunior: number | null;
  readonly roomArea: string | null;
  readonly sportsArea: string | null;
  readonly networkRooms: number | null;
  readonly equipment: string | null;
  readonly musicRooms: number | null;
  readonly artRooms: number | null;
}

export const unknownFacts: ProjectFacts = {
  schoolCode: null,
  placesPrimary: null,
  placesJunior: null,
  classesPrimary: null,
  classesJunior: null,
  roomArea: null,
  sportsArea: null,
  networkRooms: null,
  equipment: null,
  musicRooms: null,
  artRooms: null,
};

export interface ResponsibleUnit {
  readonly unit: UnitRef;
  readonly role: ProjectRole;
}

/** A project as it lies in the tables: the plan's row and what people have entered since. */
export interface ProjectRecord {
  readonly id: string;
  readonly school: string;
  readonly kind: ProjectKind;
  /** Of the plan: in which it is to be in use. */
  readonly year: number;
  readonly stages: readonly ProjectStage[];
  /** By the office; the plan does not list it. */
  readonly added: boolean;
  /** A changed plan does not list it any more. */
  readonly withdrawn: boolean;
  readonly clause: ClauseRef | null;
  readonly facts: ProjectFacts;
  /** Its figures are invented for the example. */
  readonly example: boolean;
  readonly township: UnitRef | null;
  readonly units: readonly ResponsibleUnit[];
  readonly money: CountedProject['money'];
  readonly dates: readonly DateVersion[];
  readonly lastReport: {
    readonly on: CivilDate;
    readonly by: string;
    readonly unit: string | null;
    readonly text: string | null;
  } | null;
  /** Why it was given up; null: it was not. */
  readonly cancelled: string | null;
  /** Of its newest entry; 0: nobody has entered anything. */
  readonly seq: number;
  /** Of the newest entry that is no report: what the office must have seen to change the project. */
  readonly version: number;
  /** Of those this reader may see. */
  readonly taskCount: number;
}
