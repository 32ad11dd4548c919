import { type CivilDate, DomainError, type Recurrence } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';
import type { EvidenceKind, Priority } from '../tasks/tasks.module.js';
import { RecurringInstanceEntity } from './recurring-instance.entity.js';
import type { Audience, RecurringRuleInput, RuleState } from './recurring.dto.js';

/** A rule with the units it is for now. */
export interface StoredRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly recurrence: Recurrence;
  readonly audience: Audience;
  readonly unitIds: readonly string[];
  readonly units: readonly UnitRef[];
  readonly createAheadDays: number;
  readonly missed: 'all' | 'latest';
  readonly requiredEvidence: readonly EvidenceKind[];
  readonly priority: Priority;
  readonly clauseId: string | null;
  readonly indicatorId: string | null;
  readonly state: RuleState;
  readonly createdBy: string;
  readonly authorName: string;
  readonly version: number;
  readonly instances: number;
}

/** Units of an audience, as SQL over `r`. */
const unitsSql = `(SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name,
    'kind', u.kind) ORDER BY u.position), '[]') FROM unit u
  WHERE u.campaign_id = r.campaign_id AND CASE r.audience WHEN 'townships' THEN u.kind = 'township'
    WHEN 'departments' THEN u.kind = 'department' ELSE u.id = ANY(r.unit_ids) END)`;

/** Rules of the campaign, oldest first. @param lock keeps other runs and edits out until the transaction ends */
export async function readRules(work: Work, ids?: readonly string[], lock = false): Promise<StoredRule[]> {
  const which = `campaign_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2))`;
  const parameters = [work.campaignId, ids ?? null];
  if (lock) {
    await work.manager.query(
      `SELECT id FROM recurring_rule WHERE ${which} ORDER BY id FOR UPDATE`,
      parameters,
    );
  }
  return work.manager.query<StoredRule[]>(
    `SELECT r.id, r.title, r.description, r.recurrence, r.audience, r.unit_ids AS "unitIds", ${unitsSql} AS units,
       r.create_ahead_days AS "createAheadDays", r.missed, r.required_evidence AS "requiredEvidence", r.priority,
       r.clause_id AS "clauseId", r.indicator_id AS "indicatorId", r.state, r.created_by AS "createdBy",
       a.name AS "authorName", r.version,
       (SELECT count(*)::int FROM recurring_instance i WHERE i.campaign_id = r.campaign_id AND i.rule_id = r.id
         AND i.task_id IS NOT NULL) AS instances
     FROM (SELECT * FROM recurring_rule WHERE ${which}) r JOIN account a ON a.id = r.created_by
     ORDER BY r.created_at, r.id`,
    parameters,
  );
}

/** @throws DomainError `not_found` */
export async function requireRule(work: Work, id: string, lock = false): Promise<StoredRule> {
  const [rule] = await readRules(work, [id], lock);
  if (!rule) throw new DomainError('not_found', { detail: '没有这条循环规则。' });
  return rule;
}

/** Units an input means, in the order of the plan. */
export async function unitsOf(work: Work, input: RecurringRuleInput): Promise<UnitRef[]> {
  const [row] = await work.manager.query<{ units: UnitRef[] }[]>(
    `SELECT ${unitsSql} AS units FROM (SELECT $1::uuid AS campaign_id, $2::text AS audience, $3::uuid[] AS unit_ids) r`,
    [work.campaignId, input.audience, input.unitIds],
  );
  return row?.units ?? [];
}

/** `rule/period/unit` of what exists already. */
export async function madeKeys(work: Work, ruleIds: readonly string[]): Promise<Set<string>> {
  const rows = await work.manager.query<{ key: string }[]>(
    `SELECT rule_id || '/' || period || '/' || unit_id AS key FROM recurring_instance
     WHERE campaign_id = $1 AND rule_id = ANY($2)`,
    [work.campaignId, ruleIds],
  );
  return new Set(rows.map(({ key }) => key));
}

export interface NewInstance {
  readonly ruleId: string;
  readonly period: string;
  readonly unitId: string;
  readonly dueOn: CivilDate;
  readonly taskId: string | null;
  readonly skipped: string | null;
}

export async function insertInstances(work: Work, instances: readonly NewInstance[]): Promise<void> {
  if (instances.length === 0) return;
  await work.manager.insert(
    RecurringInstanceEntity,
    instances.map((one) => ({ campaignId: work.campaignId, id: work.newId(), createdAt: work.now, ...one })),
  );
}
