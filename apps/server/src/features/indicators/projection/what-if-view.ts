import { civilDate } from '#kernel';
import type { SchoolRecord } from '#indicator-engine';
import type { ProjectOffer } from '../../projects/projects.module.js';
import { dataYearOf } from './check-what-if.js';
import { firstSeptember, offerProjects } from './offer-projects.js';
import { pendingProjects } from './pending-projects.js';
import type { WhatIfRow, WhatIfView } from './what-ifs.dto.js';
import type { WhatIfRecord } from './what-ifs.queries.js';

export function whatIfRow({ content: _content, ...row }: WhatIfRecord): WhatIfRow {
  return row;
}

/** A what-if with everything its editor needs. */
export function whatIfView(
  record: WhatIfRecord,
  schools: readonly SchoolRecord[],
  real: readonly ProjectOffer[],
  mayWrite: boolean,
): WhatIfView {
  const { enrolment, projects } = record.content;
  const dataYear = dataYearOf(civilDate(record.dataSet.asOf));
  // What was in use on the day of the data is in the data.
  const coming = real.filter(({ opensOn }) => opensOn === null || firstSeptember(opensOn) > dataYear);
  return {
    ...whatIfRow(record),
    mayWrite,
    dataYear,
    enrolment,
    projects,
    pending: pendingProjects(projects, schools),
    schools: schools.map(({ code, name, kind }) => ({ code, name, kind })),
    plan: coming.map(({ id, school, kind, year, stages, opensOn }) => ({
      ...{ id, school, kind, year, stages: [...stages], opensOn },
    })),
    offered: offerProjects(coming, schools, projects),
  };
}
