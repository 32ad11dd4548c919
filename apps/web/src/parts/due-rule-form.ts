import dayjs, { type Dayjs } from 'dayjs';
import type { DueRuleInput, DueRuleView } from '../api/types.js';

export type DueMode = 'date' | 'working_days' | 'calendar_days' | 'before';

/** How a due date is given: as a day, or counted. */
export interface DueRuleForm {
  mode: DueMode;
  count: number | null;
  roll: 'forward' | 'back' | 'none';
  startOn: Dayjs | null;
}

export const usualRule: DueRuleForm = { mode: 'date', count: null, roll: 'forward', startOn: null };

export function dueRuleOf(form: DueRuleForm): DueRuleInput | undefined {
  if (form.mode === 'date') return undefined;
  const startOn = form.startOn?.format('YYYY-MM-DD') ?? null;
  const count = form.count ?? 0;
  if (form.mode === 'before') return { kind: 'working_days', count: -count, startOn };
  return { kind: form.mode, count, startOn, ...(form.mode === 'calendar_days' ? { roll: form.roll } : {}) };
}

export function ruleFormOf(rule: DueRuleView | null): DueRuleForm {
  if (rule === null) return usualRule;
  return {
    mode: rule.count < 0 ? 'before' : rule.kind,
    count: Math.abs(rule.count),
    roll: rule.roll,
    startOn: rule.from === 'assignment' || rule.startOn === null ? null : dayjs(rule.startOn),
  };
}
