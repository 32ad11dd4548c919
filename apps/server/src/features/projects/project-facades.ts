import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lateMilestones, type Project } from './project.js';
import { summarise, type ProjectSummary } from './project-summary.js';
import type { ProjectKind, ProjectStage, ProjectState } from './project-words.js';
import type { ProjectFacts } from './project-record.js';
import { readProjects } from './read-projects.js';

export interface LateMilestone {
  readonly projectId: string;
  readonly school: string;
  readonly milestone: string;
  readonly planned: CivilDate;
  readonly daysLate: number;
  readonly units: readonly string[];
}

/** By year and in all: schools, places, money at each level, the plan's totals beside them, and what is late. */
export interface ProjectYears {
  readonly total: ProjectSummary['total'];
  readonly years: ProjectSummary['years'];
  /** The longest waiting first. */
  readonly late: readonly LateMilestone[];
}

/** What a wall shows of the projects; two statements. */
export async function readProjectYears(work: Work): Promise<ProjectYears> {
  const { basis, projects } = await readProjects(work);
  const { total, years } = summarise(projects, basis.years, {});
  const late = projects.flatMap((project) =>
    lateMilestones(project).flatMap((course) => lateOf(project, course)),
  );
  return { total, years, late: late.toSorted((a, b) => b.daysLate - a.daysLate) };
}

function lateOf({ record }: Project, course: Project['courses'][number]): LateMilestone[] {
  const { planned, slipPlanned, milestone } = course;
  if (planned === null || slipPlanned === null) return [];
  const units = [...new Set(record.units.map(({ unit }) => unit.shortName))];
  const { id: projectId, school } = record;
  return [{ projectId, school, milestone: milestone.name, planned, daysLate: slipPlanned, units }];
}

export interface TimelineMilestone {
  readonly id: string;
  readonly name: string;
  readonly firstPlanned: CivilDate | null;
  readonly planned: CivilDate | null;
  readonly actual: CivilDate | null;
  readonly forecast: CivilDate | null;
  readonly late: boolean;
}

/** A project as bars and points of a Gantt chart. */
export interface ProjectTimeline {
  readonly id: string;
  readonly school: string;
  /** Those responsible, in brief; null when nobody is named. */
  readonly unitName: string | null;
  readonly year: number;
  readonly kind: ProjectKind;
  readonly stages: readonly ProjectStage[];
  readonly state: ProjectState;
  readonly opensOn: CivilDate | null;
  readonly milestones: readonly TimelineMilestone[];
}

/** Every project with its planned, actual and expected days, in the order of the plan; two statements. */
export async function readProjectTimelines(work: Work): Promise<ProjectTimeline[]> {
  const { projects } = await readProjects(work);
  return projects.map(
    ({ record: { id, school, year, kind, stages, units }, standing, opensOn, courses }) => ({
      ...{ id, school, year, kind, stages, opensOn },
      unitName: unitsInBrief(units.map(({ unit }) => unit.shortName)),
      state: standing.state,
      milestones: courses.map(({ milestone, firstPlanned, planned, actual, forecast, late }) => ({
        ...{ id: milestone.id, name: milestone.name, firstPlanned, planned, actual, forecast },
        late: late && standing.state !== 'cancelled',
      })),
    }),
  );
}

/** Five offices work on most schools: more than two are counted, not named. */
function unitsInBrief(all: readonly string[]): string | null {
  const names = [...new Set(all)];
  return names.length > 2 ? `${names[0]}等 ${names.length} 个单位` : names.join('、') || null;
}

/** Places of one stage that a project adds on opening. */
export interface AddedPlaces {
  readonly projectId: string;
  readonly school: string;
  /** null: the project does not name its school's code yet. */
  readonly schoolCode: string | null;
  readonly stage: ProjectStage;
  /** null: unknown. */
  readonly places: number | null;
  readonly opensOn: CivilDate;
  /** It is in use; otherwise the day is a forecast. */
  readonly opened: boolean;
}

/** Places that come into use in a time, both days included; projects that were given up or have no day add none. */
export async function placesAdded(
  work: Work,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<AddedPlaces[]> {
  const { projects } = await readProjects(work);
  return projects.flatMap(({ record, counted, standing, opensOn }) => {
    if (record.cancelled !== null || opensOn === null || opensOn < from || opensOn > to) return [];
    return record.stages.map((stage) => ({
      ...{ projectId: record.id, school: record.school, schoolCode: record.facts.schoolCode, stage, opensOn },
      places: counted.places[stage],
      opened: standing.opened,
    }));
  });
}

/** A project as a projection of the indicators may take it over. */
export interface ProjectOffer {
  readonly id: string;
  readonly school: string;
  readonly kind: ProjectKind;
  readonly year: number;
  readonly stages: readonly ProjectStage[];
  readonly township: string | null;
  readonly opensOn: CivilDate | null;
  readonly facts: ProjectFacts;
}

/** The projects that are not given up, in the order of the plan; two statements. */
export async function readProjectOffers(work: Work): Promise<ProjectOffer[]> {
  const { projects } = await readProjects(work);
  return projects
    .filter(({ record }) => record.cancelled === null)
    .map(({ record: { id, school, kind, year, stages, township, facts }, opensOn }) => ({
      ...{ id, school, kind, year, stages, opensOn, facts },
      township: township?.name ?? null,
    }));
}
