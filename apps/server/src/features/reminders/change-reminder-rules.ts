import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { offsetCode, offsetText, type ReminderRule } from './reminder-rule.js';
import { readRuleSet } from './reminder-rules.queries.js';

export interface RuleChange {
  /** Of the rules this change was made from. */
  readonly version: number;
  readonly note?: string;
  readonly rules: readonly ReminderRule[];
}

/**
 * Replaces the campaign's rules of reminding by a new set, and records who changed what.
 * @throws DomainError `stale_version` when the set was changed since, `rule_refused` when two active rules say the same
 *   at the same offset to the same people
 */
export async function changeReminderRules(work: Work, change: RuleChange): Promise<void> {
  refuseTwins(change.rules);
  const before = await readRuleSet(work);
  const kept = before.usingDefaults ? [] : before.rules;
  // The version is the primary key: of two changes made from the same set, the second finds its place taken.
  const inserted = await work.manager.query<unknown[]>(
    `INSERT INTO reminder_rule_change (campaign_id, version, at, actor_id, actor_name, note, before, after)
     SELECT $1, $2 + 1, $3, $4, $5, $6, $7, $8 WHERE $2 = $9 ON CONFLICT DO NOTHING RETURNING version`,
    [
      work.campaignId,
      change.version,
      work.now,
      work.actor.accountId,
      work.actor.name,
      change.note?.trim() || null,
      JSON.stringify(kept),
      JSON.stringify(change.rules),
      before.version,
    ],
  );
  if (inserted.length === 0) throw new DomainError('stale_version', { detail: '提醒规则刚被别人改过。' });
  await work.manager.query(`DELETE FROM reminder_rule WHERE campaign_id = $1`, [work.campaignId]);
  await work.manager.query(
    `INSERT INTO reminder_rule (campaign_id, position, name, offset_days, day_kind, recipients, source_kinds, priorities, active)
     SELECT $1, r.position, trim(r.name), r."offsetDays", r."dayKind", r.recipients, r."sourceKinds", r.priorities, r.active
     FROM json_to_recordset($2) AS r(position int, name text, "offsetDays" int, "dayKind" text, recipients text[],
       "sourceKinds" text[], priorities text[], active boolean)`,
    [work.campaignId, JSON.stringify(change.rules.map((rule, position) => ({ ...rule, position })))],
  );
}

function refuseTwins(rules: readonly ReminderRule[]): void {
  const seen = new Set<string>();
  const errors: FieldFault[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!rule.active) continue;
    const key = JSON.stringify([
      offsetCode(rule),
      [rule.recipients, rule.sourceKinds, rule.priorities].map((list) => list.toSorted()),
    ]);
    if (seen.has(key)) {
      errors.push({ pointer: `/rules/${index}`, message: `与前面一条重复：${offsetText(rule)}` });
    }
    seen.add(key);
  }
  if (errors.length > 0) throw new DomainError('rule_refused', { detail: '有重复的提醒规则。', errors });
}
