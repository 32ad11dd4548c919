import { addDays, type CivilDate, formatDateShort, yearOf } from '#kernel';
import type { PackContent, Phase, Target } from '../campaign-pack.js';
import { type CheckResult, clauseNumber } from './check-result.js';

/** A phase without dates is a milestone that nobody can be held to. */
export function checkPhases(pack: PackContent): CheckResult[] {
  const undated = pack.phases
    .filter((phase) => phase.undetermined)
    .map((phase) => ({
      id: `phase-undetermined-${phase.id}`,
      level: 'warning' as const,
      message: `“${phase.name}”阶段待定，没有日期`,
      clause: clauseNumber(pack, phase.clause),
    }));
  return [
    ...undated,
    ...pack.phases.slice(1).flatMap((phase, index) => succession(pack, pack.phases[index], phase)),
  ];
}

/** The goal date leaves time for what has to come after the last dated phase. */
export function checkGoal(pack: PackContent): CheckResult[] {
  const last = pack.phases.filter((phase) => phase.endsOn !== null).at(-1);
  const open = pack.phases.find((phase) => phase.undetermined && phase.order > (last?.order ?? 0));
  return goalsOf(pack).flatMap((goal) => {
    if (!last?.endsOn || !goal.dueOn || !open || yearOf(last.endsOn) !== yearOf(goal.dueOn)) return [];
    return {
      id: `goal-${goal.id}`,
      level: 'warning',
      message: `目标年${yearOf(goal.dueOn)}年也是“${last.name}”阶段截止的年份（${formatDateShort(last.endsOn)}），其后的“${open.name}”没有日期：关键节点没有期限`,
      clause: clauseNumber(pack, goal.clause),
    };
  });
}

/** Nothing is due after the goal. */
export function checkDeadlines(pack: PackContent): CheckResult[] {
  return goalsOf(pack).flatMap((goal): CheckResult[] => {
    const { dueOn } = goal;
    if (dueOn === null) return [];
    const late = laterThan(pack, dueOn);
    if (late.length > 0) {
      return late.map((item) => ({
        id: `after-goal-${item.id}`,
        level: 'warning',
        message: `“${item.name}”的期限晚于目标日期${formatDateShort(dueOn)}`,
        clause: clauseNumber(pack, item.clause),
      }));
    }
    const message = `有期限的目标值和学校建设都不晚于目标日期${formatDateShort(dueOn)}`;
    return [{ id: `within-${goal.id}`, level: 'holds', message, clause: clauseNumber(pack, goal.clause) }];
  });
}

export function checkUndatedTargets(pack: PackContent): CheckResult[] {
  const undated = pack.targets.filter((target) => target.dueOn === null).length;
  if (undated === 0) return [];
  const message = `${pack.targets.length}个目标值中有${undated}个没有期限，交办时须另定`;
  return [{ id: 'targets-undated', level: 'warning', message, clause: null }];
}

/** Work of a year before the plan was issued: history, or a task? */
export function checkProjectsBeforeIssue(pack: PackContent): CheckResult[] {
  return pack.projectYears.flatMap((year) => {
    const issuedOn = pack.documents.find((document) => document.id === year.document)?.issuedOn;
    if (!issuedOn || year.year >= yearOf(issuedOn)) return [];
    return {
      id: `before-issue-${year.year}`,
      level: 'warning',
      message: `${year.year}年的学校建设早于方案落款日期${formatDateShort(issuedOn)}：是已完成的情况还是任务，须明确`,
      clause: clauseNumber(pack, year.clause),
    };
  });
}

function succession(pack: PackContent, before: Phase | undefined, after: Phase): CheckResult[] {
  if (!before?.endsOn || !after.startsOn) return [];
  const joined = addDays(before.endsOn, 1) === after.startsOn;
  return [
    {
      id: `phases-${before.id}-${after.id}`,
      level: joined ? 'holds' : 'warning',
      message: `“${before.name}”止于${formatDateShort(before.endsOn)}，“${after.name}”始于${formatDateShort(after.startsOn)}，${joined ? '前后相接' : '没有相接'}`,
      clause: clauseNumber(pack, after.clause),
    },
  ];
}

function laterThan(pack: PackContent, date: CivilDate): { id: string; name: string; clause: string }[] {
  const years = pack.projectYears.filter((year) => year.year > yearOf(date));
  return [
    ...pack.targets.filter((target) => target.dueOn !== null && target.dueOn > date),
    ...years.map((year) => ({ id: year.id, name: `${year.year}年学校建设`, clause: year.clause })),
  ];
}

function goalsOf(pack: PackContent): Target[] {
  return pack.targets.filter((target) => target.measure === 'goal_date');
}
