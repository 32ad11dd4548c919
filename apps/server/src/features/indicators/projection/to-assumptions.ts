import type {
  Assumptions,
  EnrolmentChange,
  NewSchool,
  PlannedProject,
  ProjectGains,
} from '#indicator-engine';
import type { EnrolmentRow, WhatIfContent, WhatIfProject } from './what-if-content.dto.js';

export interface MappedAssumptions {
  readonly assumptions: Assumptions;
  /** For each project of the assumptions its row: rows that are not complete yet are left out. */
  readonly projectRows: readonly number[];
}

/** The rows of the editor as the engine takes them; a project without school or year does not count yet. */
export function toAssumptions(name: string, { enrolment, projects }: WhatIfContent): MappedAssumptions {
  const planned = projects.flatMap((row, index) => {
    const project = plannedProject(row, index);
    return project ? [{ project, index }] : [];
  });
  return {
    assumptions: {
      name,
      enrolment: enrolment.map(enrolmentChange),
      projects: planned.map(({ project }) => project),
    },
    projectRows: planned.map(({ index }) => index),
  };
}

function enrolmentChange({ year, school, stage, kind, value }: EnrolmentRow): EnrolmentChange {
  const text = value.trim();
  if (kind === 'percent') return { year, school, stage, change: { kind, percent: text } };
  const students = text === '' ? Number.NaN : Number(text);
  return { year, school, stage, change: { kind, students } };
}

function plannedProject(row: WhatIfProject, index: number): PlannedProject | null {
  const { school, opensIn } = row;
  const founds = foundedSchool(row);
  if (school === null || opensIn === null || (row.founding && founds === null)) return null;
  return {
    id: String(index),
    opensIn,
    school,
    founds,
    places: { primary: row.placesPrimary, junior: row.placesJunior },
    gains: gainsOf(row),
    intake: row.intake,
  };
}

function foundedSchool({
  founding,
  school,
  kind,
  name,
  township,
  locale,
  founder,
}: WhatIfProject): NewSchool | null {
  if (!founding || school === null || kind === null) return null;
  return { code: school, name, kind, township, locale, founder };
}

/** Only what is filled in. */
function gainsOf(row: WhatIfProject): ProjectGains {
  return known({
    aboveDegree: perStage(row.aboveDegreePrimary, row.aboveDegreeJunior),
    backbone: perStage(row.backbonePrimary, row.backboneJunior),
    arts: perStage(row.artsPrimary, row.artsJunior),
    roomArea: row.roomArea,
    sportsArea: row.sportsArea,
    equipment: row.equipment,
    networkRooms: row.networkRooms,
    musicRooms: row.musicRooms,
    artRooms: row.artRooms,
    classes: perStage(row.classesPrimary, row.classesJunior),
  });
}

function perStage<T extends string | number>(primary: T | null, junior: T | null) {
  return known({ primary, junior });
}

function known<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
