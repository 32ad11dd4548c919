import { nextOccurrences } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { taskNumber } from '../tasks/tasks.module.js';
import { planInstances } from './make-instances.js';
import { refuseFaultyRules, toOccurrenceRow, toRecurrence } from './recurring-rule.js';
import type {
  FutureChange,
  RecurringInstanceRow,
  RecurringPreview,
  RecurringPreviewRequest,
  RecurringRuleInput,
  RecurringRuleList,
  RecurringRuleRow,
  RecurringRuleView,
} from './recurring.dto.js';
import { requireRule, readRules, type StoredRule, unitsOf } from './recurring.repository.js';

const shown = 12;

export async function listRules(work: Work): Promise<RecurringRuleList> {
  const rules = await readRules(work);
  const [run] = await work.manager.query<
    { claimed_at: Date; summary: { made?: number; skipped?: number; reason?: string } }[]
  >(
    `SELECT claimed_at, summary FROM job_run WHERE campaign_id = $1 AND job = 'recurring_work'
     ORDER BY claimed_at DESC, id DESC LIMIT 1`,
    [work.campaignId],
  );
  return {
    items: rules.map((rule) => toRow(work, rule)),
    lastRun: run
      ? {
          at: run.claimed_at.toISOString(),
          text:
            run.summary.reason ??
            `生成 ${run.summary.made ?? 0} 项，按规则略过 ${run.summary.skipped ?? 0} 项`,
        }
      : null,
  };
}

/** @throws DomainError `not_found` */
export async function viewRule(work: Work, id: string): Promise<RecurringRuleView> {
  const rule = await requireRule(work, id);
  return { ...toRow(work, rule), made: await readInstances(work, id) };
}

/**
 * What saving a rule would do: the coming dates, what is made at once, and for a change which existing instances stay
 * as they are and which future ones differ.
 */
export async function previewRule(work: Work, request: RecurringPreviewRequest): Promise<RecurringPreview> {
  const { ruleId, rule } = request;
  refuseFaultyRules([rule], () => '/rule');
  const before = ruleId === undefined ? undefined : await requireRule(work, ruleId);
  const meant = await unitsOf(work, rule);
  const recurrence = toRecurrence(rule.recurrence);
  const after = { ...(before ?? unsaved), ...rule, recurrence, ...meant } as StoredRule;
  const planned = before && before.state !== 'active' ? [] : await planInstances(work, [after]);
  const made = before ? await readInstances(work, before.id) : [];
  return {
    units: [...meant.units],
    next: nextOccurrences(work.calendar, recurrence, work.today, shown).map(toOccurrenceRow),
    atOnce: planned.filter((one) => one.skipped === null).length,
    skippedAtOnce: planned.filter((one) => one.skipped !== null).length,
    stays: made,
    future: before ? futureOf(work, before, after, new Set(made.map((one) => one.period))) : [],
  };
}

const unsaved = { id: '00000000-0000-0000-0000-000000000000', state: 'active' };

function futureOf(
  work: Work,
  before: StoredRule,
  after: StoredRule,
  made: ReadonlySet<string>,
): FutureChange[] {
  const days = ({ recurrence }: StoredRule): Map<string, string> =>
    new Map(
      nextOccurrences(work.calendar, recurrence, work.today, shown).map((one) => [one.period.key, one.dueOn]),
    );
  const [old, fresh] = [days(before), days(after)];
  const units = (rule: StoredRule): string => rule.units.map((unit) => unit.id).join();
  const others = units(before) !== units(after) || before.title !== after.title;
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((period) => !made.has(period))
    .sort()
    .map((period) => {
      const [was, is] = [old.get(period) ?? null, fresh.get(period) ?? null];
      return { period, before: was, after: is, differs: was !== is || others };
    });
}

function toRow(work: Work, rule: StoredRule): RecurringRuleRow {
  const next = rule.state === 'active' ? nextOccurrences(work.calendar, rule.recurrence, work.today, 3) : [];
  return {
    id: rule.id,
    rule: toInput(rule),
    state: rule.state,
    version: rule.version,
    unitCount: rule.units.length,
    instances: rule.instances,
    next: next.map(toOccurrenceRow),
  };
}

function toInput(rule: StoredRule): RecurringRuleInput {
  const { title, description, recurrence, audience, createAheadDays, missed, priority } = rule;
  return {
    ...{ title, description, audience, createAheadDays, missed, priority },
    recurrence: { ...recurrence, on: { ...recurrence.on } },
    unitIds: [...rule.unitIds],
    requiredEvidence: [...rule.requiredEvidence],
    clauseId: rule.clauseId,
    indicatorId: rule.indicatorId,
  };
}

async function readInstances(work: Work, ruleId: string): Promise<RecurringInstanceRow[]> {
  const rows = await work.manager.query<
    (Omit<RecurringInstanceRow, 'taskNumber'> & { seq: number | null })[]
  >(
    `SELECT i.period, i.due_on AS "dueOn", i.task_id AS "taskId", t.seq, i.skipped,
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit
     FROM recurring_instance i JOIN unit u ON u.campaign_id = i.campaign_id AND u.id = i.unit_id
     LEFT JOIN task t ON t.campaign_id = i.campaign_id AND t.id = i.task_id
     WHERE i.campaign_id = $1 AND i.rule_id = $2 ORDER BY i.period DESC, u.position`,
    [work.campaignId, ruleId],
  );
  return rows.map(({ seq, ...row }) => ({ ...row, taskNumber: seq === null ? null : taskNumber(seq) }));
}
