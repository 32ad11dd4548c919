import { type MilestoneChain, projectLevelNames, projectLevels } from './milestone-chain.js';

/** One thing wrong in a chain: a JSON pointer into it, and what is wrong, in Chinese. */
export interface MilestoneFault {
  readonly pointer: string;
  readonly message: string;
}

const mostMilestones = 20;
const longestName = 12;
const idPattern = /^[a-z][a-z0-9_]{0,29}$/;
const longestTerm = 60;

/**
 * Everything that is wrong with a chain of milestones, whether it was loaded from a file or sent by the office.
 *
 * Started, completed, accepted and opened must each be reached once and in this order: the roll-ups keep them apart.
 * @param chain its values already of the right types
 * @returns no fault when it can be used
 * @example milestoneFaults({ milestones: [], taskWorkingDays: 10 })[0].pointer // '/milestones'
 */
export function milestoneFaults(chain: MilestoneChain): MilestoneFault[] {
  const { milestones, taskWorkingDays } = chain;
  return [
    ...(milestones.length >= projectLevels.length && milestones.length <= mostMilestones
      ? []
      : [{ pointer: '/milestones', message: `节点应有 ${projectLevels.length} 至 ${mostMilestones} 个` }]),
    ...(Number.isInteger(taskWorkingDays) && taskWorkingDays >= 1 && taskWorkingDays <= longestTerm
      ? []
      : [{ pointer: '/taskWorkingDays', message: `滞后后的办理时限应为 1 至 ${longestTerm} 个工作日` }]),
    ...milestones.flatMap(({ id, name }, index) => [
      ...(idPattern.test(id)
        ? []
        : [{ pointer: `/milestones/${index}/id`, message: `节点编号“${id}”应是小写字母开头的英文` }]),
      ...(name.trim().length >= 1 && name.trim().length <= longestName
        ? []
        : [{ pointer: `/milestones/${index}/name`, message: `节点名称应为 1 至 ${longestName} 个字` }]),
    ]),
    ...repeated(chain, 'id', '节点编号'),
    ...repeated(chain, 'name', '节点名称'),
    ...levelFaults(chain),
  ];
}

function repeated({ milestones }: MilestoneChain, key: 'id' | 'name', what: string): MilestoneFault[] {
  return milestones.flatMap((milestone, index) =>
    milestones.slice(0, index).some((earlier) => earlier[key].trim() === milestone[key].trim())
      ? [{ pointer: `/milestones/${index}/${key}`, message: `${what}“${milestone[key].trim()}”重复` }]
      : [],
  );
}

function levelFaults({ milestones }: MilestoneChain): MilestoneFault[] {
  const reached = milestones.flatMap(({ reaches }) => reaches ?? []);
  const expected = projectLevels.map((level) => projectLevelNames[level]).join('、');
  return reached.join() === projectLevels.join()
    ? []
    : [{ pointer: '/milestones', message: `须依次各有一个节点表示${expected}` }];
}
