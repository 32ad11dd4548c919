import { civilDate } from '#kernel';
import type { SchoolRecord } from '#indicator-engine';
import { dataYearOf } from './check-what-if.js';
import { offerProjects } from './offer-projects.js';
import { pendingProjects } from './pending-projects.js';
import type { PlanProject, WhatIfRow, WhatIfView } from './what-ifs.dto.js';
import type { WhatIfRecord } from './what-ifs.queries.js';

export function whatIfRow({ content: _content, ...row }: WhatIfRecord): WhatIfRow {
  return row;
}

/** A what-if with everything its editor needs. */
export function whatIfView(
  record: WhatIfRecord,
  schools: readonly SchoolRecord[],
  plan: readonly PlanProject[],
  mayWrite: boolean,
): WhatIfView {
  const { enrolment, projects } = record.content;
  return {
    ...whatIfRow(record),
    mayWrite,
    dataYear: dataYearOf(civilDate(record.dataSet.asOf)),
    enrolment,
    projects,
    pending: pendingProjects(projects, schools),
    schools: schools.map(({ code, name, kind }) => ({ code, name, kind })),
    plan: [...plan],
    offered: offerProjects(plan, schools, projects),
  };
}
