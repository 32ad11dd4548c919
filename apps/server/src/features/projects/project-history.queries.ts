import { formatDateShort, isCivilDate } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { type TaskState, taskNumber, taskStateNames, visibleSql } from '../tasks/tasks.module.js';
import { factChanges } from './fact-changes.js';
import { readFactVersions } from './fact-versions.queries.js';
import type { LateTaskView, ProjectEntryView } from './projects.dto.js';
import {
  moneyKindNames,
  moneyKinds,
  type MoneyKind,
  type MoneySource,
  moneySourceNames,
  moneySources,
} from './project-words.js';

interface EntryRow {
  readonly seq: number;
  readonly kind: ProjectEntryView['kind'];
  readonly at: Date;
  readonly by: string;
  readonly unit: string | null;
  readonly text: string | null;
  readonly days: readonly {
    readonly milestone: string;
    readonly kind: 'planned' | 'actual';
    readonly version: number;
    readonly day: string | null;
    readonly reason: string | null;
    readonly evidence: string | null;
  }[];
  readonly amounts: readonly {
    readonly kind: MoneyKind;
    readonly source: MoneySource;
    readonly amount: string | null;
  }[];
}

/** Everything anybody entered about a project, the newest first. @param nameOf a milestone of the campaign's chain */
export async function readEntries(
  work: Work,
  projectId: string,
  nameOf: (milestone: string) => string,
): Promise<ProjectEntryView[]> {
  const rows = await work.manager.query<EntryRow[]>(
    `SELECT e.seq, e.kind, e.at, e.actor_name AS by, e.unit_name AS unit, e.text,
       (SELECT coalesce(json_agg(json_build_object('milestone', d.milestone, 'kind', d.kind, 'version', d.version,
           'day', d.on_day, 'reason', d.reason, 'evidence', d.evidence) ORDER BY d.on_day NULLS LAST, d.milestone), '[]')
         FROM project_date d WHERE d.campaign_id = e.campaign_id AND d.project_id = e.project_id AND d.seq = e.seq) AS days,
       (SELECT coalesce(json_agg(json_build_object('kind', a.kind, 'source', a.source,
           'amount', trim_scale(a.amount)::text) ORDER BY array_position($3::text[], a.kind),
           array_position($4::text[], a.source)), '[]')
         FROM project_amount a WHERE a.campaign_id = e.campaign_id AND a.project_id = e.project_id AND a.seq = e.seq) AS amounts
     FROM project_entry e WHERE e.campaign_id = $1 AND e.project_id = $2 ORDER BY e.seq DESC`,
    [work.campaignId, projectId, moneyKinds, moneySources],
  );
  const changes = factChanges(await readFactVersions(work, projectId));
  return rows.map(({ days, amounts, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    lines: [
      ...days.map((day) => dayLine(day, nameOf(day.milestone), row.text)),
      ...(row.kind === 'facts' ? [] : amounts.map(amountLine)),
    ],
    changes: changes.get(row.seq) ?? [],
  }));
}

/** @param text of the entry: a reason that stands there is not said twice */
function dayLine(
  { kind, version, day, reason, evidence }: EntryRow['days'][number],
  name: string,
  text: string | null,
): string {
  const what = kind === 'planned' ? '计划' : '实际';
  const date = isCivilDate(day) ? formatDateShort(day) : '撤回';
  const again = version > 1 ? `（第 ${version} 次${reason && reason !== text ? `：${reason}` : ''}）` : '';
  return `${name}：${what}${date}${again}${evidence ? `；依据：${evidence}` : ''}`;
}

function amountLine({ kind, source, amount }: EntryRow['amounts'][number]): string {
  return `${moneyKindNames[kind]}（${moneySourceNames[source]}）：${amount === null ? '改为未知' : `${amount} 万元`}`;
}

/** Tasks that late milestones of a project made and this reader may see (R-82), by milestone. */
export async function readLateTasks(work: Work, projectId: string): Promise<Map<string, LateTaskView[]>> {
  const parameters = new Parameters();
  const rows = await work.manager.query<
    { milestone: string; version: number; id: string; seq: number; state: TaskState }[]
  >(
    `SELECT l.milestone, l.plan_version AS version, t.id, t.seq, t.state
     FROM project_late_task l JOIN task t ON t.campaign_id = l.campaign_id AND t.id = l.task_id
     WHERE l.campaign_id = ${parameters.add(work.campaignId)} AND l.project_id = ${parameters.add(projectId)}
       AND (${visibleSql(parameters, work.actor)})
     ORDER BY l.plan_version`,
    parameters.values,
  );
  const tasks = new Map<string, LateTaskView[]>();
  for (const { milestone, version, id, seq, state } of rows) {
    const view = { id, number: taskNumber(seq), stateName: taskStateNames[state], planVersion: version };
    tasks.set(milestone, [...(tasks.get(milestone) ?? []), view]);
  }
  return tasks;
}
