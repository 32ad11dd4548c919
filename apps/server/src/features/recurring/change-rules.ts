import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { makeInstances, planInstances } from './make-instances.js';
import { refuseFaultyRules, toRecurrence, whilePaused } from './recurring-rule.js';
import { RecurringRuleEntity } from './recurring-rule.entity.js';
import type { RecurringRuleChange, RecurringRuleInput, RecurringStateChange } from './recurring.dto.js';
import { insertInstances, requireRule, type StoredRule } from './recurring.repository.js';

/**
 * Saves rules and makes what is due of them at once.
 * @returns their ids
 * @throws DomainError `recurrence_invalid`, `rule_refused`
 */
export async function createRules(work: Work, rules: readonly RecurringRuleInput[]): Promise<string[]> {
  refuseFaultyRules(rules, (index) => `/rules/${index}`);
  await refuseStrangers(work, rules);
  const rows = rules.map((rule) => ({
    ...contentOf(rule),
    campaignId: work.campaignId,
    id: work.newId(),
    state: 'active',
    createdBy: work.actor.accountId,
    createdAt: work.now,
    updatedAt: work.now,
  }));
  await work.manager.insert(RecurringRuleEntity, rows);
  const ids = rows.map(({ id }) => id);
  await makeInstances(work, ids);
  return ids;
}

/** Changes a rule for what is not made yet; instances that exist stay as they are. @throws DomainError `stale_version` */
export async function changeRule(work: Work, id: string, change: RecurringRuleChange): Promise<void> {
  const stored = await requireRule(work, id, true);
  refuseFaultyRules([change.rule], () => '/rule');
  await refuseStrangers(work, [change.rule]);
  await update(work, stored, change.version, contentOf(change.rule));
  await makeInstances(work, [id]);
}

/**
 * Pauses, resumes or ends a rule. Periods that passed while it was paused are recorded as skipped.
 * @throws DomainError `stale_version`, `wrong_state` for a rule that has ended
 */
export async function changeRuleState(work: Work, id: string, change: RecurringStateChange): Promise<void> {
  const stored = await requireRule(work, id, true);
  if (stored.state === 'ended') {
    throw new DomainError('wrong_state', { detail: '这条规则已结束，不能再启用；请新建一条。' });
  }
  await update(work, stored, change.version, { state: change.state });
  if (stored.state !== 'paused' || change.state !== 'active') return;
  const planned = await planInstances(work, [stored]);
  const passed = planned
    .filter((one) => one.dueOn < work.today)
    .map(({ ruleId, period, unitId, dueOn }) => ({
      ...{ ruleId, period, unitId, dueOn },
      taskId: null,
      skipped: whilePaused,
    }));
  await insertInstances(work, passed);
  await makeInstances(work, [id]);
}

function contentOf(rule: RecurringRuleInput) {
  return {
    title: rule.title.trim(),
    description: rule.description.trim(),
    recurrence: toRecurrence(rule.recurrence),
    audience: rule.audience,
    unitIds: rule.audience === 'units' || rule.audience === 'indicator_leads' ? rule.unitIds : [],
    createAheadDays: rule.createAheadDays,
    missed: rule.missed,
    requiredEvidence: rule.requiredEvidence,
    priority: rule.priority,
    clauseId: rule.clauseId ?? null,
    indicatorId: rule.indicatorId ?? null,
  };
}

async function update(
  work: Work,
  stored: StoredRule,
  version: number,
  patch: Partial<ReturnType<typeof contentOf>> & { state?: string },
): Promise<void> {
  const { affected } = await work.manager.update(
    RecurringRuleEntity,
    { campaignId: work.campaignId, id: stored.id, version },
    { ...patch, updatedAt: work.now, version: version + 1 },
  );
  if (affected !== 1) throw new DomainError('stale_version', { detail: '这条规则刚被别人改过。' });
}

async function refuseStrangers(work: Work, rules: readonly RecurringRuleInput[]): Promise<void> {
  const [row] = await work.manager.query<{ strangers: number }[]>(
    `SELECT (SELECT count(*) FROM unnest($2::uuid[]) AS x(id) WHERE NOT EXISTS
         (SELECT 1 FROM unit u WHERE u.campaign_id = $1 AND u.id = x.id))::int
       + (SELECT count(*) FROM unnest($3::uuid[]) AS x(id) WHERE NOT EXISTS
         (SELECT 1 FROM clause c WHERE c.campaign_id = $1 AND c.id = x.id))::int AS strangers`,
    [work.campaignId, rules.flatMap((rule) => rule.unitIds), rules.flatMap((rule) => rule.clauseId ?? [])],
  );
  if ((row?.strangers ?? 0) > 0)
    throw new DomainError('rule_refused', { detail: '所选单位或条款不存在，可能已从方案中撤下。' });
}
