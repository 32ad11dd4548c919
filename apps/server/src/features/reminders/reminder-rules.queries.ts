import type { Work } from '../../database/unit-of-work.js';
import type { RuleChangeRow, RuleSetView } from './reminder-rules.dto.js';
import { defaultReminderRules, type ReminderRule } from './reminder-rule.js';

export interface RuleSet {
  /** Of the last change; 0 before the first. */
  readonly version: number;
  /** Whether the default rules hold because there are none. */
  readonly usingDefaults: boolean;
  readonly rules: readonly ReminderRule[];
}

/** The rules in force, in their order. */
export async function readRuleSet(work: Work): Promise<RuleSet> {
  const [row] = await work.manager.query<{ version: number; rules: ReminderRule[] }[]>(
    `SELECT (SELECT coalesce(max(version), 0) FROM reminder_rule_change WHERE campaign_id = $1) AS version,
       (SELECT coalesce(json_agg(json_build_object('name', name, 'offsetDays', offset_days, 'dayKind', day_kind,
          'recipients', recipients, 'sourceKinds', source_kinds, 'priorities', priorities, 'active', active)
          ORDER BY position), '[]') FROM reminder_rule WHERE campaign_id = $1) AS rules`,
    [work.campaignId],
  );
  const rules = row?.rules ?? [];
  const usingDefaults = rules.length === 0;
  return { version: row?.version ?? 0, usingDefaults, rules: usingDefaults ? defaultReminderRules : rules };
}

const changesShown = 50;

/** The set with its history, for the page. */
export async function ruleSetView(work: Work): Promise<RuleSetView> {
  const set = await readRuleSet(work);
  const changes = await work.manager.query<(Omit<RuleChangeRow, 'at'> & { at: Date })[]>(
    `SELECT version, at, actor_name AS "actorName", note, before, after FROM reminder_rule_change
     WHERE campaign_id = $1 ORDER BY version DESC LIMIT ${changesShown}`,
    [work.campaignId],
  );
  return {
    version: set.version,
    usingDefaults: set.usingDefaults,
    rules: set.rules.map(toRow),
    changes: changes.map((change) => ({ ...change, at: change.at.toISOString() })),
  };
}

function toRow(rule: ReminderRule): RuleSetView['rules'][number] {
  const { recipients, sourceKinds, priorities } = rule;
  return {
    ...rule,
    recipients: [...recipients],
    sourceKinds: [...sourceKinds],
    priorities: [...priorities],
  };
}
