import type { RungColour } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { noticeHoldsSql } from '../notifications/notifications.module.js';
import { runningStates } from '../tasks/tasks.module.js';
import { supervisionOfficeName } from './place-of-person.js';
import type { WhyPerson } from './reminder-why.dto.js';

/** A recorded reminder, a rung somebody was to be told of, or a rung that found nobody, with what became of its message. */
export interface ReminderRecord {
  readonly outcome: 'queued' | 'superseded' | 'skipped_empty';
  readonly exercise: boolean;
  readonly at: Date;
  /** Of the rule or the rung. */
  readonly name: string;
  /** null: by a rule. */
  readonly rung: number | null;
  readonly colour: RungColour | null;
  /** Why the task came to the rung, with the reason of the person who raised it. */
  readonly ground: string | null;
  readonly due_on: CivilDate | null;
  readonly due_stands: boolean;
  /** Whether a rung is still what its task stands on. */
  readonly holds: boolean;
  /** Whether the account rests or has left the campaign. */
  readonly reader_gone: boolean;
  readonly person: WhyPerson | null;
  readonly task_id: string;
  readonly seq: number;
  readonly title: string;
  readonly message_id: string | null;
  readonly status: string | null;
  readonly last_error: string | null;
  readonly hold_reason: 'stale' | 'many_people' | 'address_suspended' | null;
  readonly recipient_address: string | null;
  readonly written_at: Date | null;
  readonly released_at: Date | null;
  readonly sent_at: Date | null;
  readonly mailbox_suspended: boolean;
  /** Of the last message that told of the rung and was taken back; null: there is none. */
  readonly withdrawn_reason: string | null;
}

export interface WhyScope {
  readonly taskId?: string;
  readonly accountId?: string;
  /** Only people of this unit. */
  readonly unitId?: string | null;
}

const recordsShown = 300;

// Notices are found through their task's rungs, or through the messages of the account and those not told yet: each way
// has an index. A rung that yields is one of a digest that tells of a higher one of the same task and unit.
const recordsSql = `
  WITH notice AS (
    SELECT n.* FROM escalation e
    JOIN escalation_notice n ON n.campaign_id = e.campaign_id AND n.escalation_id = e.id
    WHERE e.campaign_id = $1 AND e.task_id = $2
    UNION ALL
    SELECT n.* FROM outbox_message o
    JOIN escalation_notice n ON n.campaign_id = o.campaign_id AND n.message_id = o.id
    WHERE o.campaign_id = $1 AND o.account_id = $3
    UNION ALL
    SELECT n.* FROM escalation_notice n
    WHERE n.campaign_id = $1 AND n.account_id = $3 AND n.message_id IS NULL),
  said AS (
    SELECT r.planned_at AS at, r.outcome, starts_with(r.rule, 'exercise:') AS exercise, r.rule_name AS name,
      NULL::int AS rung, NULL AS colour, NULL AS ground, r.effective_due_on AS due_on,
      r.due_version = t.due_version AS due_stands, TRUE AS holds, r.task_id, r.account_id, r.message_id
    FROM reminder r JOIN task t ON t.campaign_id = r.campaign_id AND t.id = r.task_id
    WHERE r.campaign_id = $1 AND ($2::uuid IS NULL OR r.task_id = $2) AND ($3::uuid IS NULL OR r.account_id = $3)
    UNION ALL
    SELECT e.raised_at, CASE WHEN EXISTS (SELECT 1 FROM escalation_notice h
        JOIN escalation x ON x.campaign_id = h.campaign_id AND x.id = h.escalation_id AND x.unit_id = e.unit_id
        WHERE h.campaign_id = n.campaign_id AND h.message_id = n.message_id AND h.task_id = n.task_id
          AND h.rung > n.rung) THEN 'superseded' ELSE 'queued' END,
      e.rehearsal, n.rung_name, n.rung, e.rung_colour, concat_ws('；理由：', n.ground, e.reason),
      CASE WHEN e.clock = 'due' AND e.due_version = t.due_version THEN t.effective_due_on END, TRUE,
      ${noticeHoldsSql('$5')}, n.task_id, n.account_id, n.message_id
    FROM notice n
    JOIN escalation e ON e.campaign_id = n.campaign_id AND e.id = n.escalation_id
    JOIN task t ON t.campaign_id = n.campaign_id AND t.id = n.task_id
    UNION ALL
    SELECT e.raised_at, e.outcome, e.rehearsal, e.rung_name, e.rung, e.rung_colour, e.ground, NULL, TRUE, TRUE,
      e.task_id, NULL, NULL
    FROM escalation e WHERE e.campaign_id = $1 AND e.task_id = $2 AND e.outcome = 'skipped_empty')
  SELECT s.at, s.outcome, s.exercise, s.name, s.rung, s.colour, s.ground, s.due_on, s.due_stands, s.holds,
    a.id IS NOT NULL AND (NOT a.active OR m.account_id IS NULL) AS reader_gone,
    CASE WHEN a.id IS NOT NULL THEN json_build_object('accountId', a.id, 'name', a.name, 'unitName',
      coalesce(u.short_name, CASE m.role WHEN 'supervision_office' THEN '${supervisionOfficeName}' END)) END AS person,
    t.id AS task_id, t.seq, t.title, s.message_id, o.status, o.last_error, o.hold_reason, o.recipient_address,
    o.created_at AS written_at, o.released_at, o.sent_at, f.address IS NOT NULL AS mailbox_suspended,
    w.last_error AS withdrawn_reason
  FROM said s
  JOIN task t ON t.campaign_id = $1 AND t.id = s.task_id
  LEFT JOIN account a ON a.id = s.account_id
  LEFT JOIN membership m ON m.campaign_id = $1 AND m.account_id = s.account_id
  LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
  LEFT JOIN outbox_message o ON o.campaign_id = $1 AND o.id = s.message_id
  LEFT JOIN mailbox_failure f ON f.address = lower(a.email) AND f.suspended_at IS NOT NULL
  LEFT JOIN LATERAL (SELECT x.last_error FROM outbox_message x
    WHERE s.rung IS NOT NULL AND s.message_id IS NULL AND x.campaign_id = $1 AND x.account_id = s.account_id
      AND x.created_at >= s.at AND x.status = 'withdrawn' AND x.task_ids @> ARRAY[s.task_id]
    ORDER BY x.created_at DESC LIMIT 1) w ON TRUE
  WHERE $4::uuid IS NULL OR m.unit_id = $4 OR s.account_id IS NULL
  ORDER BY s.at DESC, s.rung DESC NULLS LAST, t.seq, a.name, s.outcome, s.name LIMIT ${recordsShown}`;

/** What was decided about a task or a person by rules and by the ladder, the latest first. */
export function readReminderRecords(work: Work, scope: WhyScope): Promise<ReminderRecord[]> {
  return work.manager.query<ReminderRecord[]>(recordsSql, [
    work.campaignId,
    scope.taskId ?? null,
    scope.accountId ?? null,
    scope.unitId ?? null,
    runningStates,
  ]);
}
