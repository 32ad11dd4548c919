import { escalationClockNames, ladderClocks, type Ladder, type LadderPriority, type Rung } from './ladder.js';

/** One thing wrong in a ladder: a JSON pointer into it, and what is wrong, in Chinese. */
export interface LadderFault {
  readonly pointer: string;
  readonly message: string;
}

const mostRungs = 9;
const longestName = 12;
const earliest = -30;
const latest = 250;
const longestReply = 60;
const priorityNames: Readonly<Record<LadderPriority, string>> = {
  normal: '一般',
  important: '重要',
  urgent: '紧急',
};

/**
 * Everything that is wrong with a ladder, whether it was loaded from a file or typed on the page.
 *
 * Rungs are climbed one by one, so on each clock a later rung must not come before an earlier one; a paper is issued
 * only when something is late (督办单 and 通报 presuppose lateness, 三明市 2017, 催办 the day after due).
 * @param ladder its values already of the right types; days are working days
 * @returns no fault when it can be used
 * @example ladderFaults({ name: '空', rungs: [], start: { normal: 1, important: 1, urgent: 1 } })[0].pointer // '/rungs'
 */
export function ladderFaults(ladder: Ladder): LadderFault[] {
  const { rungs } = ladder;
  return [
    ...(rungs.length >= 1 && rungs.length <= mostRungs
      ? []
      : [{ pointer: '/rungs', message: `阶梯应有 1 至 ${mostRungs} 级` }]),
    ...rungs.flatMap((rung, index) => rungFaults(rung, `/rungs/${index}`)),
    ...repeatedNames(rungs),
    ...descending(rungs),
    ...startFaults(ladder),
  ];
}

function rungFaults(rung: Rung, at: string): LadderFault[] {
  const name = rung.name.trim();
  const days = Object.values(rung.late);
  const reply = rung.replyWorkingDays;
  return [
    ...(name.length >= 1 && name.length <= longestName
      ? []
      : [{ pointer: `${at}/name`, message: `级别名称应为 1 至 ${longestName} 个字` }]),
    ...(days.length > 0
      ? []
      : [{ pointer: `${at}/late`, message: `“${name}”没有触发条件：至少填一个期限的逾期工作日数` }]),
    ...(days.every((day) => day >= earliest && day <= latest)
      ? []
      : [{ pointer: `${at}/late`, message: `“${name}”的逾期工作日数应在 ${earliest} 至 ${latest} 之间` }]),
    ...(rung.issues === 'message' || days.every((day) => day >= 1)
      ? []
      : [{ pointer: `${at}/late`, message: `“${name}”要发文书，须在逾期 1 个工作日以后` }]),
    ...(reply === null || (reply >= 1 && reply <= longestReply)
      ? []
      : [
          {
            pointer: `${at}/replyWorkingDays`,
            message: `“${name}”的回复时限应为 1 至 ${longestReply} 个工作日`,
          },
        ]),
    ...(new Set(rung.audience).size === rung.audience.length
      ? []
      : [{ pointer: `${at}/audience`, message: `“${name}”的对象有重复` }]),
  ];
}

function repeatedNames(rungs: readonly Rung[]): LadderFault[] {
  return rungs.flatMap((rung, index) =>
    rungs.slice(0, index).some((earlier) => earlier.name.trim() === rung.name.trim())
      ? [{ pointer: `/rungs/${index}/name`, message: `级别名称“${rung.name.trim()}”重复` }]
      : [],
  );
}

function descending(rungs: readonly Rung[]): LadderFault[] {
  return ladderClocks.flatMap((clock) => {
    let highest: { readonly name: string; readonly days: number } | undefined;
    return rungs.flatMap(({ name, late }, index) => {
      const days = late[clock];
      if (days === undefined) return [];
      if (highest && days < highest.days) {
        const message = `${escalationClockNames[clock]}：“${name}”（${days}）早于前面的“${highest.name}”（${highest.days}）`;
        return [{ pointer: `/rungs/${index}/late/${clock}`, message }];
      }
      highest = { name, days };
      return [];
    });
  });
}

function startFaults({ rungs, start }: Ladder): LadderFault[] {
  return Object.entries(priorityNames).flatMap(([priority, name]) => {
    const rung = start[priority as LadderPriority];
    if (rung >= 1 && rung <= Math.max(1, rungs.length)) return [];
    return [{ pointer: `/start/${priority}`, message: `“${name}”任务的起始级别没有第 ${rung} 级` }];
  });
}
