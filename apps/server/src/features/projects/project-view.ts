import type { Work } from '../../database/unit-of-work.js';
import { DomainError } from '#kernel';
import { matches } from './filter-projects.js';
import type { ProjectFilter } from './list-projects.dto.js';
import type { MilestoneCourse } from './milestone-course.js';
import { readMilestoneUse } from './milestone-use.queries.js';
import { mayEditProjects, mayReport } from './project.policy.js';
import { lateMilestones, nextMilestone, type Project, projectOf } from './project.js';
import { readProjectBasis } from './project-basis.queries.js';
import { readEntries, readLateTasks } from './project-history.queries.js';
import type { ProjectRecord } from './project-record.js';
import { readProjectRecords } from './project-records.queries.js';
import { summarise } from './project-summary.js';
import type {
  ConstructionList,
  ConstructionRow,
  ConstructionView,
  LateTaskView,
  MilestoneView,
} from './projects.dto.js';
import { readProjects } from './read-projects.js';
import { moneyOf } from './roll-up.js';

/** The list of a filter with its sums, all from the same rows. */
export async function listProjects(work: Work, filter: ProjectFilter): Promise<ConstructionList> {
  const { basis, projects } = await readProjects(work);
  const years = [...projects.map(({ record }) => record.year), ...basis.years.map(({ year }) => year)];
  return {
    today: work.today,
    items: projects.filter((project) => matches(project, filter)).map(rowOf),
    summary: summarise(projects, basis.years, filter),
    knownYears: [...new Set(years)].toSorted((a, b) => a - b),
    mayEdit: mayEditProjects(work.actor),
  };
}

function rowOf(project: Project): ConstructionRow {
  const { record, standing, courses, counted } = project;
  const {
    id,
    school,
    kind,
    year,
    stages,
    added,
    cancelled,
    clause,
    township,
    units,
    lastReport,
    taskCount,
    example,
  } = record;
  const next = nextMilestone(project);
  return {
    ...{
      id,
      school,
      kind,
      year,
      stages,
      added,
      cancelled,
      clause,
      township,
      units,
      lastReport,
      taskCount,
      example,
    },
    schoolCode: record.facts.schoolCode,
    state: standing.state,
    openedUnaccepted: standing.openedUnaccepted,
    places: placesOf(record),
    planned: moneyOf(counted, 'planned'),
    arranged: moneyOf(counted, 'arranged'),
    paid: moneyOf(counted, 'paid'),
    opensOn: project.opensOn,
    openingSlip: courses.find(({ milestone }) => milestone.reaches === 'opened')?.slipFirst ?? null,
    next: next && nextView(next),
    late: lateMilestones(project).map(({ milestone }) => milestone.name),
    unreported: standing.unreported,
  };
}

function placesOf({
  facts: { placesPrimary: primary, placesJunior: junior },
}: ProjectRecord): ConstructionRow['places'] {
  const known = [primary, junior].flatMap((places) => places ?? []);
  return { primary, junior, total: known.length === 0 ? null : known.reduce((a, b) => a + b, 0) };
}

function nextView({
  milestone: { id, name },
  planned,
  forecast,
  late,
  slipPlanned,
}: MilestoneCourse): ConstructionRow['next'] {
  return { id, name, planned, forecast, late, slipPlanned };
}

/** A project with everything its page shows, and what this reader may do. @throws DomainError `not_found` */
export async function viewProject(work: Work, id: string): Promise<ConstructionView> {
  const { chain } = await readProjectBasis(work);
  const [record] = await readProjectRecords(work, [id]);
  if (!record) throw new DomainError('not_found', { detail: '没有这个建设项目。' });
  const project = projectOf(record, chain.milestones, work.today);
  const tasks = await readLateTasks(work, id);
  // The history also tells days of milestones that have been left out since.
  const { known } = await readMilestoneUse(work);
  const running = record.cancelled === null;
  return {
    ...rowOf(project),
    facts: record.facts,
    money: record.money,
    milestones: project.courses.map((course) =>
      milestoneView(course, record, tasks.get(course.milestone.id) ?? []),
    ),
    entries: await readEntries(work, id, (milestone) => known.get(milestone)?.name ?? milestone),
    version: record.version,
    mayEdit: mayEditProjects(work.actor),
    mayReport:
      running &&
      mayReport(
        work.actor,
        record.units.map(({ unit }) => unit.id),
      ),
    withdrawn: record.withdrawn,
  };
}

function milestoneView(
  { milestone, ...course }: MilestoneCourse,
  { dates }: ProjectRecord,
  tasks: LateTaskView[],
): MilestoneView {
  const { id, name, role } = milestone;
  const versions = dates
    .filter((one) => one.milestone === id)
    .map(({ version, kind, day, reason, evidence, enteredOn, by }) => ({
      ...{ version, kind, day, reason, evidence, enteredOn, by },
    }));
  return { ...course, id, name, role, versions, tasks };
}
