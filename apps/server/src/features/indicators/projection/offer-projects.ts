import type { SchoolKind, SchoolRecord, Stage } from '#indicator-engine';
import { emptyProject, type WhatIfProject } from './what-if-content.dto.js';
import type { PlanProject } from './what-ifs.dto.js';

const kindOf: Readonly<Record<Stage, SchoolKind>> = { primary: 'primary', junior: 'junior' };

/**
 * The plan's projects as rows to complete. The plan names schools and years of building; codes come from the school of
 * that name, when there is exactly one, and everything else stays empty.
 */
export function offerProjects(
  plan: readonly PlanProject[],
  schools: readonly SchoolRecord[],
  taken: readonly WhatIfProject[],
): WhatIfProject[] {
  const used = new Set(taken.map(({ projectId }) => projectId));
  return plan.filter(({ id }) => !used.has(id)).map((project) => offeredRow(project, schools));
}

function offeredRow(
  { id, school, kind, stages }: PlanProject,
  schools: readonly SchoolRecord[],
): WhatIfProject {
  const code = codeOf(school, schools);
  const founding = code === null && kind === 'new_build';
  const [only, ...more] = stages;
  return {
    ...emptyProject,
    projectId: id,
    name: school,
    school: code,
    founding,
    kind: founding && only !== undefined && more.length === 0 ? kindOf[only] : null,
  };
}

/** By the full name, or by an ending such as 实验小学 of 新密市实验小学 that only one school has. */
function codeOf(name: string, schools: readonly SchoolRecord[]): string | null {
  const exact = schools.filter((school) => school.name === name);
  const found = exact.length > 0 ? exact : schools.filter((school) => school.name.endsWith(name));
  const [only] = found;
  return found.length === 1 && only ? only.code : null;
}
