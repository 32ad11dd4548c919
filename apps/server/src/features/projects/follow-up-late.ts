import type { Milestone } from '#campaign-pack';
import type { Actor } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { createTasks } from '../tasks/tasks.module.js';
import { lastPlanner, lockProjects, madeLateKeys } from './late-tasks.queries.js';
import type { MilestoneCourse } from './milestone-course.js';
import { lateMilestones, type Project } from './project.js';
import type { ResponsibleUnit } from './project-record.js';
import { ProjectLateTaskEntity } from './project-late-task.entity.js';
import { readProjects } from './read-projects.js';

export interface FollowUp {
  readonly late: number;
  readonly made: number;
  /** Late without any responsible unit: nobody can be asked. */
  readonly nobody: number;
}

interface LateMilestone {
  readonly project: Project;
  readonly course: MilestoneCourse;
  readonly unit: ResponsibleUnit['unit'];
}

// What one request of a batch may hold; what is left waits for the next turn.
const largestBatch = 500;

/**
 * Makes a task for the responsible unit of each late milestone, once for each version of its planned day: the projects
 * are locked, what exists is left out, and the unique key stands behind both. The number of statements is fixed.
 * @param example marks tasks of the example campaign
 */
export async function followUpLate(work: Work, example = false): Promise<FollowUp> {
  await lockProjects(work);
  const { basis, projects } = await readProjects(work);
  const made = await madeLateKeys(work);
  const late = projects.flatMap((project) => lateMilestones(project).map((course) => ({ project, course })));
  const fresh = late.filter(
    ({ project, course }) => !made.has(`${project.record.id}/${course.milestone.id}/${course.planVersion}`),
  );
  const wanted = fresh.flatMap((one): LateMilestone[] => {
    const unit = unitFor(one.project, one.course.milestone);
    return unit ? [{ ...one, unit }] : [];
  });
  const now = wanted.slice(0, largestBatch);
  const taskIds = await makeTasks(work, now, { workingDays: basis.chain.taskWorkingDays, example });
  if (taskIds.length > 0) await keepMade(work, now, taskIds);
  return { late: late.length, made: taskIds.length, nobody: fresh.length - wanted.length };
}

/** Whose business the milestone is; else who builds, else the school's, else whoever is named. */
export function unitFor(
  { record: { units } }: Project,
  { role }: Milestone,
): ResponsibleUnit['unit'] | undefined {
  const of = (wanted: string): ResponsibleUnit | undefined => units.find((one) => one.role === wanted);
  return (of(role) ?? of('construction') ?? of('school') ?? units.at(0))?.unit;
}

async function makeTasks(
  work: Work,
  late: readonly LateMilestone[],
  { workingDays, example }: { readonly workingDays: number; readonly example: boolean },
): Promise<string[]> {
  const planner = late.length === 0 ? undefined : await lastPlanner(work);
  if (!planner) return [];
  const actor: Actor = {
    accountId: planner.id,
    name: `${planner.name}（建设项目节点滞后自动交办）`,
    role: 'government_office',
    unitId: null,
    unitName: null,
  };
  return createTasks(
    { ...work, actor },
    {
      requestId: work.newId(),
      assign: true,
      example,
      items: late.map(({ project: { record }, course, unit }) => ({
        source: { kind: 'project' as const, id: record.id },
        title: `${record.school}建设项目：“${course.milestone.name}”滞后，推进并报送`,
        description: `${course.explanation}。请推进“${course.milestone.name}”，完成后在“建设项目”里报送实际日期；确需改期的，请向政府办说明理由。`,
        leadUnitId: unit.id,
        dueRule: {
          kind: 'working_days' as const,
          count: workingDays,
          roll: 'none' as const,
          from: 'assignment' as const,
          startOn: null,
        },
      })),
    },
  );
}

async function keepMade(
  work: Work,
  late: readonly LateMilestone[],
  taskIds: readonly string[],
): Promise<void> {
  await work.manager.insert(
    ProjectLateTaskEntity,
    late.map(({ project, course }, index) => ({
      campaignId: work.campaignId,
      projectId: project.record.id,
      milestone: course.milestone.id,
      planVersion: course.planVersion,
      taskId: taskIds[index] ?? '',
      madeAt: work.now,
    })),
  );
}
