import { type CivilDate, addDays, civilDate } from '#kernel';
import {
  editFacts,
  type FactsChange,
  followUpLate,
  planMilestones,
  reportProject,
} from '../projects/projects.module.js';
import { exampleProjects, type ExampleProject, milestoneDays } from './example-project-list.js';
import { type Stage, workAt } from './tell-story.js';

const [enteredOn, reportedOn, followedUpOn] = ['2022-04-06', '2022-09-05', '2022-09-13'];

/**
 * The plan's 20 projects with what was planned for them. Every figure is invented and marked so; the plan's own totals are
 * left as they are, and the sums of the projects differ from them where the plan's figures are odd.
 */
export async function planProjects(stage: Stage): Promise<void> {
  for (const [index, project] of exampleProjects.entries()) {
    const id = idOf(stage, `project ${project.entry}`);
    const work = workAt(stage, enteredOn, index, stage.office);
    await editFacts(work, id, factsOf(stage, project), true);
    await planMilestones(work, id, { version: 1, days: plannedDays(project) });
  }
}

/** What became of them, by the ordinary operations. */
export async function tellProjects(stage: Stage): Promise<void> {
  for (const [index, project] of exampleProjects.entries()) await tellProject(stage, project, index);
  await followUpLate(workAt(stage, followedUpOn, 0, stage.office), true);
}

function plannedDays({ opening }: ExampleProject): { milestone: string; day: CivilDate }[] {
  return milestoneDays.map(({ milestone, before }) => ({
    milestone,
    day: addDays(civilDate(opening), -before),
  }));
}

async function tellProject(stage: Stage, project: ExampleProject, index: number): Promise<void> {
  const id = idOf(stage, `project ${project.entry}`);
  if (project.replanned) {
    const { on, reason, days: changed } = project.replanned;
    const work = workAt(stage, on, index, stage.office);
    await planMilestones(work, id, { version: 2, days: changed.map(dayOf), reason });
  }
  if (project.reached === 0) return;
  const on = project.reportedOn ?? reportedOn;
  const reporter = stage.actors.get(project.reporter ?? 'jyj') ?? stage.office;
  await reportProject(workAt(stage, on, index, reporter), id, {
    milestones: reachedDays(project),
    amounts: amountsOf(project),
    ...(project.text === undefined ? {} : { text: project.text }),
  });
}

/** The milestones that were reached, each so many days later than planned, and none of those left out. */
function reachedDays(project: ExampleProject): { milestone: string; day: CivilDate }[] {
  const { reached, late, without = [] } = project;
  return plannedDays(project)
    .slice(0, reached)
    .filter(({ milestone }) => !without.includes(milestone))
    .map(({ milestone, day }) => ({ milestone, day: addDays(day, late) }));
}

function factsOf(stage: Stage, { facts, planned, units }: ExampleProject): FactsChange {
  const roles = units ?? {
    planning: 'development',
    land: 'resources',
    finance: 'finance',
    construction: 'housing',
    school: 'education',
  };
  return {
    ...facts,
    version: 0,
    units: Object.entries(roles).map(([role, unit]) => ({
      unitId: idOf(stage, `unit ${unit}`),
      role: role as FactsChange['units'][number]['role'],
    })),
    planned: Object.entries(planned).map(([source, amount]) => ({
      ...{ kind: 'planned' as const, source: source as FactsChange['planned'][number]['source'], amount },
    })),
  };
}

function amountsOf({ arranged, paid }: ExampleProject) {
  const source = 'budget' as const;
  return [
    ...(arranged === undefined ? [] : [{ kind: 'arranged' as const, source, amount: arranged }]),
    ...(paid === undefined ? [] : [{ kind: 'paid' as const, source, amount: paid }]),
  ];
}

function dayOf({ milestone, day }: { readonly milestone: string; readonly day: string }) {
  return { milestone, day: civilDate(day) };
}

function idOf(stage: Stage, entry: string): string {
  const id = stage.entries.get(entry);
  if (id === undefined) throw new Error(`the example knows no ${entry}`);
  return id;
}
