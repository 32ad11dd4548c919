import { DomainError, type FieldFault, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { remarkOnAskingTasks } from '../tasks/tasks.module.js';
import type { ActualInput, ReportInput } from './project-inputs.dto.js';
import { mayReport } from './project.policy.js';
import {
  appendEntry,
  courseNamed,
  insertAmounts,
  insertDays,
  type LockedProject,
  lockProject,
  requireRunning,
} from './projects.repository.js';
import { remarkOnLateTasks } from './remark-on-late-tasks.js';

/**
 * A responsible unit, or 政府办, reports milestones, money and progress: one more entry, nothing is overwritten.
 * A milestone that is reached shows on the tasks its lateness had made, the report on the open task of the monthly report.
 * @throws DomainError `not_found`, `forbidden`, `wrong_state`, `rule_refused`
 */
export async function reportProject(work: Work, id: string, input: ReportInput): Promise<void> {
  const project = await lockProject(work, id);
  if (
    !mayReport(
      work.actor,
      project.record.units.map(({ unit }) => unit.id),
    )
  ) {
    throw new DomainError('forbidden', { detail: '建设项目由责任单位和政府办报送。' });
  }
  requireRunning(project);
  const { amounts = [], text } = input;
  const milestones = (input.milestones ?? []).map((one) => ({ ...one, day: one.day ?? null }));
  const errors = [
    ...milestones.flatMap((one, index) => dayFaults(work, project, one, `/milestones/${index}`)),
    ...amounts.flatMap(({ kind }, index) =>
      kind === 'planned'
        ? [
            {
              pointer: `/amounts/${index}/kind`,
              message: '计划投资由政府办在项目资料里填写，这里报到位和支付',
            },
          ]
        : [],
    ),
    ...(milestones.length + amounts.length === 0 && !text?.trim()
      ? [{ pointer: '/text', message: '请至少填写一项：节点、资金或进展' }]
      : []),
  ];
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能报送，请改正。`, errors });
  }
  await appendEntry(work, { id, seq: project.nextSeq }, 'report', text);
  await insertDays(work, project, 'actual', milestones);
  await insertAmounts(work, { id, seq: project.nextSeq }, amounts);
  for (const { milestone, day } of milestones) {
    const name = courseNamed(project, milestone)?.milestone.name ?? milestone;
    const said = day === null ? `“${name}”的实际日期已撤回` : `“${name}”已于${formatDate(day)}完成`;
    await remarkOnLateTasks(work, id, milestone, said);
  }
  await remarkOnMonthlyReports(work, project);
}

/** The month's report of whoever reports; 政府办 reports for all units of the project. */
function remarkOnMonthlyReports(work: Work, { record }: LockedProject): Promise<void> {
  const responsible = record.units.map(({ unit }) => unit.id);
  const own = responsible.filter((unitId) => unitId === work.actor.unitId);
  const units = own.length > 0 ? own : responsible;
  const note = `已报送“${record.school}”的建设进度`;
  return remarkOnAskingTasks(work, { action: 'project_told', units }, note);
}

function dayFaults(
  work: Work,
  project: LockedProject,
  { milestone, day, reason }: ActualInput,
  at: string,
): FieldFault[] {
  const course = courseNamed(project, milestone);
  if (!course) return [{ pointer: `${at}/milestone`, message: `没有“${milestone}”这个节点` }];
  const { name } = course.milestone;
  const reported = project.record.dates.some((one) => one.milestone === milestone && one.kind === 'actual');
  return [
    ...(day !== null && day > work.today
      ? [{ pointer: `${at}/day`, message: `“${name}”的实际日期不能晚于今天` }]
      : []),
    ...(day === null && course.actual === null
      ? [{ pointer: `${at}/day`, message: `请填写“${name}”的实际日期` }]
      : []),
    ...(reported && !reason?.trim()
      ? [
          {
            pointer: `${at}/reason`,
            message: `“${name}”已报过${course.actual === null ? '' : formatDate(course.actual)}，更正请写明理由`,
          },
        ]
      : []),
  ];
}
