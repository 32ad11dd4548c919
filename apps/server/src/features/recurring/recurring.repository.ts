import { type CivilDate, DomainError, periodOn, type Recurrence } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';
import type { EvidenceKind, Priority } from '../tasks/tasks.module.js';
import { type ProjectTerm, readProjectTerms } from '../projects/projects.module.js';
import { RecurringInstanceEntity } from './recurring-instance.entity.js';
import type { Audience, RecurringRuleInput, RuleState } from './recurring.dto.js';
import { unitsInPeriod } from './units-in-period.js';

/** A rule with the units it is for now. */
export interface StoredRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly recurrence: Recurrence;
  readonly audience: Audience;
  readonly unitIds: readonly string[];
  readonly units: readonly UnitRef[];
  /** Of the audience `project_units`: who had projects when; else empty. */
  readonly terms: readonly ProjectTerm[];
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

const leadsSql = `indicator_responsibility l JOIN unit x ON x.campaign_id = l.campaign_id AND x.id = l.unit_id
        AND NOT x.withdrawn WHERE l.campaign_id = r.campaign_id AND l.indicator = r.indicator_id AND l.role = 'lead'`;

/**
 * Units of an audience, as SQL over `r`. The lead units of an indicator are the campaign's own; until it names some, the
 * ones the rule took over from the standard.
 */
const unitsSql = `(SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name,
    'kind', u.kind) ORDER BY u.position), '[]') FROM unit u
  WHERE u.campaign_id = r.campaign_id AND CASE r.audience WHEN 'townships' THEN u.kind = 'township'
    WHEN 'departments' THEN u.kind = 'department' WHEN 'project_units' THEN FALSE
    WHEN 'indicator_leads' THEN NOT u.withdrawn AND CASE WHEN EXISTS (SELECT 1 FROM ${leadsSql})
      THEN EXISTS (SELECT 1 FROM ${leadsSql} AND l.unit_id = u.id) ELSE u.id = ANY(r.unit_ids) END
    ELSE u.id = ANY(r.unit_ids) END)`;

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
  const rules = await work.manager.query<Omit<StoredRule, 'terms'>[]>(
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
  const asked = rules.some(({ audience }) => audience === 'project_units');
  const terms = asked ? await readProjectTerms(work) : [];
  return rules.map((rule) =>
    rule.audience === 'project_units'
      ? { ...rule, terms, units: unitsNow(work, terms, rule.recurrence) }
      : { ...rule, terms: [] },
  );
}

function unitsNow(
  work: Work,
  terms: readonly ProjectTerm[],
  { frequency }: Pick<Recurrence, 'frequency'>,
): UnitRef[] {
  return unitsInPeriod(terms, periodOn(frequency, work.today));
}

/** @throws DomainError `not_found` */
export async function requireRule(work: Work, id: string, lock = false): Promise<StoredRule> {
  const [rule] = await readRules(work, [id], lock);
  if (!rule) throw new DomainError('not_found', { detail: '没有这条循环规则。' });
  return rule;
}

/** Units an input means now, in the order of the plan. */
export async function unitsOf(
  work: Work,
  input: RecurringRuleInput,
): Promise<Pick<StoredRule, 'units' | 'terms'>> {
  if (input.audience === 'project_units') {
    const terms = await readProjectTerms(work);
    return { terms, units: unitsNow(work, terms, input.recurrence) };
  }
  const [row] = await work.manager.query<{ units: UnitRef[] }[]>(
    `SELECT ${unitsSql} AS units FROM (SELECT $1::uuid AS campaign_id, $2::text AS audience, $3::uuid[] AS unit_ids,
       $4::text AS indicator_id) r`,
    [work.campaignId, input.audience, input.unitIds, input.indicatorId ?? null],
  );
  return { terms: [], units: row?.units ?? [] };
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
