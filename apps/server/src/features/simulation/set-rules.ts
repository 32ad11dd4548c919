import { laddersDirectory, loadLadders } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { activateLadder, saveLadder } from '../escalation/escalation.module.js';
import { createRules } from '../recurring/recurring.module.js';

/** Puts a shipped ladder in force. @throws DomainError `not_found` for an id that no shipped ladder has */
export async function setLadder(work: Work, id: string, leaderId: string): Promise<void> {
  const known = loadLadders(laddersDirectory());
  const ladder = known.find((one) => one.id === id);
  if (!ladder) {
    const choice = known.map((one) => one.id).join('、');
    throw new DomainError('not_found', { detail: `没有督办阶梯“${id}”。可用：${choice}。` });
  }
  const { basis, name, rungs, start } = ladder;
  const version = await saveLadder(work, { ladder: { name, rungs, start }, leaderIds: [leaderId], basis });
  await activateLadder(work, version);
}

/** Every unit reports once a month, and looks back once a quarter. */
export async function setRecurringWork(work: Work): Promise<void> {
  const month = work.today.slice(0, 7);
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const rules = [
    { title: '报送优质均衡创建月度进展', frequency: 'month' as const, firstPeriod: month },
    { title: '报送创建工作季度自查情况', frequency: 'quarter' as const, firstPeriod: quarter },
  ];
  await createRules(
    work,
    rules.flatMap(({ title, frequency, firstPeriod }) =>
      (['departments', 'townships'] as const).map((audience) => ({
        title,
        description: '',
        recurrence: {
          frequency,
          interval: 1,
          monthOffset: frequency === 'quarter' ? 2 : 0,
          on: { kind: 'last_working_day' as const },
          roll: 'back' as const,
          firstPeriod,
          lastPeriod: null,
        },
        audience,
        unitIds: [],
        createAheadDays: 20,
        missed: 'all' as const,
        requiredEvidence: [],
        priority: 'normal' as const,
      })),
    ),
  );
}
