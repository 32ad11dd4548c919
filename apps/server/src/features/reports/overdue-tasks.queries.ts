import { addDays, type CivilDate, instantAt } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import { runningStates, type Priority } from '../tasks/tasks.module.js';

export interface OverdueRecord {
  id: string;
  seq: number;
  title: string;
  state: (typeof runningStates)[number];
  due_on: CivilDate;
  effective_due_on: CivilDate;
  original_due_on: CivilDate | null;
  extension_count: number;
  extended_days: number;
  priority: Priority;
  unit: UnitRef;
  clause: ClauseRef | null;
  last_progress: string | null;
  last_progress_at: Date | null;
}

/**
 * The one definition of "overdue at the end of a day", from the history, so that the report of a past day stays what it
 * was: the state and due date of the last event of that day or before, running and due earlier than that day (R-31).
 * A unit's people get their own unit's rows (R-82). A task that stands still and has not changed since that day stood
 * still then, so that only the others' histories are looked into.
 */
export function readOverdueTasks(work: Work, asOf: CivilDate): Promise<OverdueRecord[]> {
  const { role, unitId } = work.actor;
  const ownUnitOnly = role === 'handler' || role === 'head';
  return work.manager.query<OverdueRecord[]>(
    `SELECT t.id, t.seq, t.title, s.to_state AS state, s.due_on, s.effective_due_on, t.priority,
       t.original_due_on, x.extension_count, x.extended_days,
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit,
       CASE WHEN c.id IS NOT NULL THEN
         json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'documentTitle', d.title) END AS clause,
       p.note AS last_progress, p.at AS last_progress_at
     FROM task t
     JOIN LATERAL (
       SELECT e.to_state, e.due_on, e.effective_due_on FROM task_event e
       WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.at < $2
       ORDER BY e.seq DESC LIMIT 1) s ON TRUE
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     LEFT JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id
     LEFT JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id
     LEFT JOIN LATERAL (
       SELECT e.note, e.at FROM task_event e
       WHERE e.campaign_id = $1 AND e.task_id = t.id AND e.action = 'report' AND e.at < $2
       ORDER BY e.seq DESC LIMIT 1) p ON TRUE
     LEFT JOIN LATERAL (
       SELECT count(*)::int AS extension_count, coalesce(sum(r.extended_days), 0)::int AS extended_days
       FROM extension_request r
       WHERE r.campaign_id = $1 AND r.task_id = t.id AND r.state = 'approved' AND r.decided_at < $2) x ON TRUE
     WHERE t.campaign_id = $1 AND (t.state = ANY($4) OR t.updated_at >= $2)
       AND s.to_state = ANY($4) AND s.effective_due_on < $3 AND ($5::uuid IS NULL OR t.lead_unit_id = $5)
     ORDER BY u.position, u.id, s.effective_due_on, t.seq`,
    [
      work.campaignId,
      new Date(instantAt(addDays(asOf, 1), '00:00')),
      asOf,
      runningStates,
      ownUnitOnly ? unitId : null,
    ],
  );
}
