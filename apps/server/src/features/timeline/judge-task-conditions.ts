import { formatDateShort } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { visibleSql } from '../tasks/tasks.module.js';
import type { GateAnswer, GateQuestion } from './gate-conditions.js';

interface Counted {
  readonly clauseId: string | null;
  readonly total: number;
  readonly closed: number;
}

/** What counts for a gate: everything that was assigned and not cancelled, as the linked list shows it. */
export const gateTaskStates = [
  'assigned',
  'signed',
  'in_progress',
  'in_review',
  'suspended',
  'closed',
] as const;

/** Shares of tasks that are closed: of a clause, of a group, or of all that are due within the phase; one statement. */
export async function judgeTaskConditions(
  work: Work,
  questions: readonly GateQuestion[],
): Promise<GateAnswer[]> {
  const parameters = new Parameters();
  const asked = questions.map(({ phase, condition }, index) => ({
    index,
    scope: condition.scope,
    ref: condition.ref,
    from: phase.startsOn,
    to: phase.endsOn,
  }));
  const counted = await work.manager.query<Counted[]>(
    `SELECT c.id AS "clauseId", count(t.id)::int AS total, count(t.id) FILTER (WHERE t.state = 'closed')::int AS closed
     FROM json_to_recordset(${parameters.add(JSON.stringify(asked))})
       AS q(index int, scope text, ref text, "from" date, "to" date)
     LEFT JOIN clause c ON c.campaign_id = ${parameters.add(work.campaignId)} AND q.scope = 'clause' AND c.entry = q.ref
     LEFT JOIN LATERAL (
       SELECT t.id, t.state FROM task t
       LEFT JOIN clause k ON k.campaign_id = t.campaign_id AND k.id = t.clause_id
       WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.state = ANY(${parameters.add(gateTaskStates)})
         AND (${visibleSql(parameters, work.actor)})
         AND CASE q.scope WHEN 'clause' THEN t.clause_id = c.id WHEN 'group' THEN k.group_title = q.ref
           ELSE t.effective_due_on BETWEEN q."from" AND q."to" END) t ON TRUE
     GROUP BY q.index, c.id ORDER BY q.index`,
    parameters.values,
  );
  return questions.map((question, index) => answerOf(question, counted[index]));
}

function answerOf({ phase, condition }: GateQuestion, counted: Counted | undefined): GateAnswer {
  const nothing = (why: string): GateAnswer => ({ outcome: 'no_data', text: why, link: null });
  if (condition.scope === 'phase' && (phase.startsOn === null || phase.endsOn === null))
    return nothing('阶段时间待定');
  if (condition.scope === 'clause' && !counted?.clauseId) return nothing('条款已不在方案里');
  if (!counted || counted.total === 0) return nothing(`${spanText(phase, condition)}还没有任务`);
  const { total, closed } = counted;
  const enough = closed * 100 >= (condition.limit ?? 100) * total;
  return {
    outcome: enough ? 'met' : 'unmet',
    text: `${closed}/${total} 项已销号（${percent(closed, total)}）`,
    link: listOf({ phase, condition }, counted.clauseId),
  };
}

function spanText(phase: GateQuestion['phase'], { scope }: GateQuestion['condition']): string {
  if (scope !== 'phase' || phase.startsOn === null || phase.endsOn === null) return '';
  return `${formatDateShort(phase.startsOn)}至${formatDateShort(phase.endsOn)}`;
}

/** Cut, not rounded: 99.6% is not yet all. */
function percent(part: number, whole: number): string {
  return `${Math.floor((part * 100) / whole)}%`;
}

function listOf({ phase, condition }: GateQuestion, clauseId: string | null): string {
  const place: Record<string, string> =
    condition.scope === 'clause'
      ? { clauseId: clauseId ?? '' }
      : condition.scope === 'group'
        ? { group: condition.ref ?? '' }
        : { dueFrom: phase.startsOn ?? '', dueTo: phase.endsOn ?? '' };
  return `/tasks?${new URLSearchParams({ ...place, state: gateTaskStates.join(',') }).toString()}`;
}
