import type { Work } from '../../database/unit-of-work.js';
import { currentStandard } from '../indicators/indicators.module.js';
import {
  GateConditions,
  passGate,
  readPhases,
  saveGate,
  takeBaseline,
  timelineSources,
} from '../timeline/timeline.module.js';
import type { Aside } from './tell-story.js';

const conditions = [
  { kind: 'tasks', scope: 'phase', ref: null, limit: 95 },
  { kind: 'tasks', scope: 'group', ref: '三（二） 学校布局与办学条件', limit: 100 },
  { kind: 'indicator', scope: 'one', ref: 'C12', limit: null },
  { kind: 'indicator', scope: 'all', ref: null, limit: null },
  { kind: 'projects', scope: 'opened', ref: '2022', limit: 100 },
  { kind: 'ledger', scope: 'open', ref: 'large_class', limit: 0 },
] as const;

const standards = { ofCampaign: async (work: Work) => (await currentStandard(work)).standard };

async function phaseId(work: Work, name: string): Promise<string> {
  const phase = (await readPhases(work)).find((one) => one.name === name);
  if (!phase) throw new Error(`the plan has no phase ${name}`);
  return phase.id;
}

/** The first gate is passed, the second has its conditions, and a baseline is taken before the autumn's tasks. */
export const timelineAsides: readonly Aside[] = [
  {
    on: '2022-04-06',
    play: async (work) => {
      const note = '方案已经印发，领导小组和成员单位联系人已经明确。';
      await passGate(work, new GateConditions(), await phaseId(work, '启动准备'), { version: 0, note });
      await saveGate(work, standards, await phaseId(work, '实施争创'), {
        version: 0,
        conditions: [...conditions],
      });
    },
  },
  {
    on: '2022-08-02',
    play: async (work) => {
      await takeBaseline(work, timelineSources(), {
        name: '2022年秋季学期前',
        note: '秋季学期任务交办以前的安排。',
      });
    },
  },
];
