import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { Priority, SourceKind, TaskState } from '../tasks/tasks.module.js';
import type { RecipientKind } from './reminder-rule.js';
import type { WhyScope } from './reminder-records.queries.js';

/** A person with a part in a task, whether or not a reminder can reach them now. */
export interface ConcernedPerson {
  readonly taskId: string;
  readonly seq: number;
  readonly title: string;
  readonly state: TaskState;
  readonly effectiveDueOn: CivilDate;
  readonly dueVersion: number;
  readonly sourceKind: SourceKind;
  readonly priority: Priority;
  readonly accountId: string;
  readonly personName: string;
  readonly unitName: string | null;
  readonly active: boolean;
  readonly address: string | null;
  readonly capacities: readonly RecipientKind[];
  readonly recorded: readonly string[];
}

/** Everyone with a part in a task, or all the tasks a person has a part in, as far as they have a due date and are not over. */
export function readConcernedPeople(work: Work, scope: WhyScope): Promise<ConcernedPerson[]> {
  return work.manager.query<ConcernedPerson[]>(
    `SELECT t.id AS "taskId", t.seq, t.title, t.state, t.effective_due_on AS "effectiveDueOn", t.due_version AS "dueVersion",
       t.source_kind AS "sourceKind", t.priority, a.id AS "accountId", a.name AS "personName", u.short_name AS "unitName",
       a.active, a.email AS address, x.capacities,
       ARRAY(SELECT substr(r.rule, length($5) + 1) FROM reminder r
         WHERE r.campaign_id = $1 AND r.task_id = t.id AND r.account_id = a.id AND r.due_version = t.due_version
           AND starts_with(r.rule, 'exercise:') = ($5 <> '')) AS recorded
     FROM task t
     JOIN membership m ON m.campaign_id = t.campaign_id
     JOIN account a ON a.id = m.account_id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
       CASE WHEN m.unit_id = t.lead_unit_id THEN CASE m.role WHEN 'head' THEN 'lead_head' ELSE 'handler' END END,
       CASE WHEN m.role = 'government_office' THEN 'government_office' END,
       CASE WHEN EXISTS (SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
         AND s.unit_id = m.unit_id AND s.state <> 'completed') THEN 'supporting' END], NULL) AS capacities) x
     WHERE t.campaign_id = $1 AND ($2::uuid IS NULL OR t.id = $2) AND ($3::uuid IS NULL OR a.id = $3)
       AND ($4::uuid IS NULL OR m.unit_id = $4) AND t.effective_due_on IS NOT NULL
       AND t.state NOT IN ('draft', 'closed', 'cancelled') AND cardinality(x.capacities) > 0
     ORDER BY t.effective_due_on, t.seq, u.position, a.name, a.id`,
    [work.campaignId, scope.taskId ?? null, scope.accountId ?? null, scope.unitId ?? null, realm(work)],
  );
}
