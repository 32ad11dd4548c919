import { type Ladder, laddersDirectory, loadLadders } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { activateLadder, saveLadder, setClockLimits } from '../escalation/escalation.module.js';
import { createRules } from '../recurring/recurring.module.js';
import { changeReminderRules, type ReminderRule } from '../reminders/reminders.module.js';
import type { ClockLimits } from '../tasks/tasks.module.js';

/** A ladder to be tried, and what else a campaign has set for itself; what it has not is as for a new campaign. */
export interface SimulatedRules {
  /** What the ladder is called in the result. */
  readonly title: string;
  readonly ladder: Ladder;
  readonly basis: string;
  readonly reminderRules?: readonly ReminderRule[];
  readonly limits?: ClockLimits;
}

/** A ladder that comes with the program. @throws DomainError `not_found` for an id that none has */
export function shippedRules(id: string): SimulatedRules {
  const known = loadLadders(laddersDirectory());
  const shipped = known.find((one) => one.id === id);
  if (!shipped) {
    const choice = known.map((one) => one.id).join('、');
    throw new DomainError('not_found', { detail: `没有督办阶梯“${id}”。可用：${choice}。` });
  }
  const { basis, name, rungs, start } = shipped;
  return { title: id, ladder: { name, rungs, start }, basis };
}

/** Puts the rules in force. */
export async function setRules(work: Work, rules: SimulatedRules, leaderId: string): Promise<void> {
  const { ladder, basis, reminderRules, limits } = rules;
  await activateLadder(work, await saveLadder(work, { ladder, leaderIds: [leaderId], basis }));
  if (limits) await setClockLimits(work, limits);
  if (reminderRules) await changeReminderRules(work, { version: 0, rules: reminderRules });
}

const departments = ['departments'] as const;
const all = ['departments', 'townships'] as const;

/** Every unit reports once a month and looks back once a quarter; departments report on their projects besides. */
export async function setRecurringWork(work: Work): Promise<void> {
  const month = work.today.slice(0, 7);
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const rules = [
    { title: '报送优质均衡创建月度进展', frequency: 'month' as const, firstPeriod: month, audiences: all },
    {
      title: '报送创建工作季度自查情况',
      frequency: 'quarter' as const,
      firstPeriod: quarter,
      audiences: all,
    },
    {
      title: '报送项目和资金月度进展',
      frequency: 'month' as const,
      firstPeriod: month,
      audiences: departments,
    },
  ];
  await createRules(
    work,
    rules.flatMap(({ title, frequency, firstPeriod, audiences }) =>
      audiences.map((audience) => ({
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
