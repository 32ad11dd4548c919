import { DomainError, type FieldFault, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { DayInput, PlanChange } from './project-inputs.dto.js';
import type { MilestoneCourse } from './milestone-course.js';
import { remarkOnLateTasks } from './remark-on-late-tasks.js';
import { appendEntry, courseNamed, insertDays, lockProject, requireRunning } from './projects.repository.js';

/**
 * 政府办 plans days, or plans them anew: each change is a further version with the reason, and the first one stays.
 * Days that do not change are left as they are.
 * @throws DomainError `not_found`, `stale_version`, `wrong_state`, `rule_refused`
 */
export async function planMilestones(work: Work, id: string, input: PlanChange): Promise<void> {
  const project = await lockProject(work, id, input.version);
  requireRunning(project);
  const changed = input.days.filter(
    ({ milestone, day }) => courseNamed(project, milestone)?.planned !== (day ?? null),
  );
  const replanned = changed.filter(
    ({ milestone }) => (courseNamed(project, milestone)?.planVersion ?? 0) > 0,
  );
  const errors: FieldFault[] = [
    ...input.days.flatMap(({ milestone }, index) =>
      courseNamed(project, milestone)
        ? []
        : [{ pointer: `/days/${index}/milestone`, message: `没有“${milestone}”这个节点` }],
    ),
    ...(replanned.length > 0 && !input.reason?.trim()
      ? [{ pointer: '/reason', message: '改动已有的计划日期，请写明理由' }]
      : []),
    ...(changed.length === 0 ? [{ pointer: '/days', message: '计划日期没有变化' }] : []),
  ];
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能保存，请改正。`, errors });
  }
  await appendEntry(work, { id, seq: project.nextSeq }, 'plan', input.reason);
  const { reason } = input;
  await insertDays(
    work,
    project,
    'planned',
    changed.map((one) => ({ ...one, ...(reason === undefined ? {} : { reason }) })),
  );
  for (const { milestone, day } of replanned) {
    const course = courseNamed(project, milestone);
    if (course) await remarkOnLateTasks(work, id, milestone, movedText(course, day ?? null, reason ?? ''));
  }
}

function movedText({ milestone, planned }: MilestoneCourse, day: DayInput['day'], reason: string): string {
  const from = planned === null ? '' : `由${formatDate(planned)}`;
  const to = day === null ? '取消' : `改为${formatDate(day)}`;
  return `“${milestone.name}”的计划日期${from}${to}：${reason.trim()}`;
}
