import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { WhyPerson } from './reminder-why.dto.js';

/** A recorded reminder with what became of its message. */
export interface ReminderRecord {
  readonly outcome: 'queued' | 'superseded';
  readonly exercise: boolean;
  readonly planned_at: Date;
  readonly rule_name: string;
  readonly due_on: CivilDate | null;
  readonly due_stands: boolean;
  readonly person: WhyPerson;
  readonly task_id: string;
  readonly seq: number;
  readonly title: string;
  readonly message_id: string | null;
  readonly status: string | null;
  readonly last_error: string | null;
  readonly recipient_address: string | null;
  readonly sent_at: Date | null;
}

export interface WhyScope {
  readonly taskId?: string;
  readonly accountId?: string;
  /** Only people of this unit. */
  readonly unitId?: string | null;
}

const recordsShown = 300;

/** What was decided about a task or a person, the latest first. */
export function readReminderRecords(work: Work, scope: WhyScope): Promise<ReminderRecord[]> {
  return work.manager.query<ReminderRecord[]>(
    `SELECT r.outcome, starts_with(r.rule, 'exercise:') AS exercise, r.planned_at, r.rule_name,
       r.effective_due_on AS due_on, r.due_version = t.due_version AS due_stands,
       json_build_object('accountId', a.id, 'name', a.name, 'unitName', u.short_name) AS person,
       t.id AS task_id, t.seq, t.title, r.message_id, o.status, o.last_error, o.recipient_address, o.sent_at
     FROM reminder r
     JOIN task t ON t.campaign_id = r.campaign_id AND t.id = r.task_id
     JOIN account a ON a.id = r.account_id
     LEFT JOIN membership m ON m.campaign_id = r.campaign_id AND m.account_id = r.account_id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     LEFT JOIN outbox_message o ON o.campaign_id = r.campaign_id AND o.id = r.message_id
     WHERE r.campaign_id = $1 AND ($2::uuid IS NULL OR r.task_id = $2) AND ($3::uuid IS NULL OR r.account_id = $3)
       AND ($4::uuid IS NULL OR m.unit_id = $4)
     ORDER BY r.planned_at DESC, t.seq, a.name, r.outcome, r.rule LIMIT ${recordsShown}`,
    [work.campaignId, scope.taskId ?? null, scope.accountId ?? null, scope.unitId ?? null],
  );
}
