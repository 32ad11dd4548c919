import type { SchoolKind, SchoolRecord, Stage } from '#indicator-engine';
import { type CivilDate, yearOf } from '#kernel';
import type { ProjectOffer } from '../../projects/projects.module.js';
import { emptyProject, type WhatIfProject } from './what-if-content.dto.js';

const kindOf: Readonly<Record<Stage, SchoolKind>> = { primary: 'primary', junior: 'junior' };

/**
 * The construction projects as rows to complete: opening, places and resources as far as they are known. A code that
 * nobody entered comes from the school of that name, when there is exactly one; everything else stays empty.
 */
export function offerProjects(
  real: readonly ProjectOffer[],
  schools: readonly SchoolRecord[],
  taken: readonly WhatIfProject[],
): WhatIfProject[] {
  const used = new Set(taken.map(({ projectId }) => projectId));
  return real.filter(({ id }) => !used.has(id)).map((project) => offeredRow(project, schools));
}

function offeredRow(
  { id, school, kind, stages, township, opensOn, facts }: ProjectOffer,
  schools: readonly SchoolRecord[],
): WhatIfProject {
  const code = facts.schoolCode ?? codeOf(school, schools);
  const known = schools.some((one) => one.code === code);
  const founding = kind === 'new_build' && !known;
  const [only, ...more] = stages;
  return {
    ...emptyProject,
    projectId: id,
    name: school,
    // An extension belongs to a school of the data; a code they do not know would only be refused.
    school: known || founding ? code : null,
    founding,
    kind: founding && only !== undefined && more.length === 0 ? kindOf[only] : null,
    township: founding ? township : null,
    opensIn: opensOn && firstSeptember(opensOn),
    placesPrimary: facts.placesPrimary,
    placesJunior: facts.placesJunior,
    roomArea: facts.roomArea,
    sportsArea: facts.sportsArea,
    equipment: facts.equipment,
    networkRooms: facts.networkRooms === null ? null : String(facts.networkRooms),
    musicRooms: facts.musicRooms,
    artRooms: facts.artRooms,
    classesPrimary: facts.classesPrimary,
    classesJunior: facts.classesJunior,
  };
}

/** The statistics count on 1 September: what opens later in the year counts from the next. */
export function firstSeptember(opensOn: CivilDate): number {
  return opensOn.slice(5) <= '09-01' ? yearOf(opensOn) : yearOf(opensOn) + 1;
}

/** By the full name, or by an ending such as 实验小学 of 新密市实验小学 that only one school has. */
function codeOf(name: string, schools: readonly SchoolRecord[]): string | null {
  const exact = schools.filter((school) => school.name === name);
  const found = exact.length > 0 ? exact : schools.filter((school) => school.name.endsWith(name));
  const [only] = found;
  return found.length === 1 && only ? only.code : null;
}
