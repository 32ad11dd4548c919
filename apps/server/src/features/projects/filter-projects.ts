import { noUnit, type ProjectFilter } from './list-projects.dto.js';
import { lateMilestones, type Project } from './project.js';
import { moneyOf, type RollUpLevel } from './roll-up.js';

/** Whether a project belongs to the list of a filter; the one definition for page, sums and workbook. */
export function matches(project: Project, filter: ProjectFilter): boolean {
  const { record, standing } = project;
  const { year, stage, state, level, unitId, q } = filter;
  return (
    (year === undefined || year.includes(record.year)) &&
    (stage === undefined || record.stages.includes(stage)) &&
    (state === undefined || state.includes(standing.state)) &&
    (level === undefined || reaches(project, level)) &&
    (unitId === undefined || isOfUnit(project, unitId)) &&
    (filter.unreported === undefined || standing.unreported) &&
    (filter.late === undefined || lateMilestones(project).length > 0) &&
    (filter.unknown === undefined || lacks(project, filter)) &&
    (q === undefined || record.school.includes(q.trim()) || record.facts.schoolCode === q.trim())
  );
}

function reaches({ standing }: Project, level: RollUpLevel): boolean {
  if (standing.state === 'cancelled') return false;
  return level === 'planned' || standing[level];
}

function isOfUnit({ record }: Project, unitId: string): boolean {
  return unitId === noUnit ? record.units.length === 0 : record.units.some(({ unit }) => unit.id === unitId);
}

/** As the sums count it: of the stage asked for, or of any. */
function lacks({ record, standing, counted }: Project, { unknown, stage }: ProjectFilter): boolean {
  if (standing.state === 'cancelled') return false;
  if (unknown === 'investment') return moneyOf(counted, 'planned') === null;
  return record.stages.some((one) => (stage === undefined || one === stage) && counted.places[one] === null);
}

/** What of a filter takes projects away. */
export function filledIn(filter: ProjectFilter): (keyof ProjectFilter)[] {
  return (Object.keys(filter) as (keyof ProjectFilter)[]).filter((key) => filter[key] !== undefined);
}
