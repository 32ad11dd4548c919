import { taskNumber } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { ClauseRef, UnitRef } from '../../http/refs.dto.js';
import type { BatchItem, TaskMention } from './create-tasks.dto.js';
import { clauseJson, unitJson } from './task-row.queries.js';
import { type SourceKind } from './task-words.js';

interface PlanSource {
  readonly title: string;
  readonly unitId: string | null;
  /** null: of a project that the plan does not list. */
  readonly clauseId: string | null;
}

/** What a batch refers to. */
export interface Plan {
  readonly units: ReadonlyMap<string, UnitRef>;
  readonly clauses: ReadonlyMap<string, ClauseRef>;
  readonly sources: ReadonlyMap<string, PlanSource>;
  /** Tasks not yet closed, by `source id/lead unit id`. */
  readonly openTasks: ReadonlyMap<string, TaskMention>;
}

export const sourceKey = (kind: SourceKind, id: string): string => `${kind}/${id}`;

const sourcesSql = `
  SELECT 'duty' AS kind, id, text AS title, unit_id, clause_id FROM duty WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn
  UNION ALL
  SELECT 'clause', id, title, NULL, id FROM clause WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn
  UNION ALL
  SELECT 'target', id, name || ' ' || operator || ' ' || value || unit, NULL, clause_id FROM target
    WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn
  UNION ALL
  SELECT 'project', id, year || '年' || CASE kind WHEN 'new_build' THEN '新建' WHEN 'extension' THEN '改扩建' ELSE '迁建' END
    || school, NULL, clause_id FROM project WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn
  UNION ALL
  SELECT 'ledger', id, subject, unit_id, NULL FROM ledger_entry WHERE campaign_id = $1 AND id = ANY($2)`;

export async function readPlan(work: Work, items: readonly BatchItem[]): Promise<Plan> {
  const { manager, campaignId } = work;
  const sourceIds = items.flatMap((item) => item.source.id ?? []);
  const sources = await manager.query<
    { kind: SourceKind; id: string; title: string; unit_id: string | null; clause_id: string | null }[]
  >(sourcesSql, [campaignId, sourceIds]);
  const units = await manager.query<{ ref: UnitRef }[]>(
    `SELECT ${unitJson('u')} AS ref FROM unit u WHERE u.campaign_id = $1 AND NOT u.withdrawn`,
    [campaignId],
  );
  const clauses = await manager.query<{ ref: ClauseRef }[]>(
    `SELECT ${clauseJson} AS ref FROM clause c
     JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id WHERE c.campaign_id = $1`,
    [campaignId],
  );
  const tasks = await manager.query<
    { source_id: string; lead_unit_id: string; id: string; seq: number; title: string }[]
  >(
    `SELECT source_id, lead_unit_id, id, seq, title FROM task
     WHERE campaign_id = $1 AND source_id = ANY($2) AND state NOT IN ('closed', 'cancelled') ORDER BY seq DESC`,
    [campaignId, sourceIds],
  );
  return {
    units: new Map(units.map(({ ref }) => [ref.id, ref])),
    clauses: new Map(clauses.map(({ ref }) => [ref.id, ref])),
    sources: new Map(
      sources.map((row) => [
        sourceKey(row.kind, row.id),
        { title: row.title, unitId: row.unit_id, clauseId: row.clause_id },
      ]),
    ),
    openTasks: new Map(
      tasks.map((row) => [
        `${row.source_id}/${row.lead_unit_id}`,
        { id: row.id, number: taskNumber(row.seq), title: row.title },
      ]),
    ),
  };
}
