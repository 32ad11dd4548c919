import { type CivilDate, formatDateShort } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { visibleSql } from '../tasks/tasks.module.js';
import type { CampaignView, ClauseRow, DutyRow, ProjectsView, TargetRow } from './campaigns.dto.js';

const clauseRef = `json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'documentTitle', d.title)`;
const joinClause = `JOIN clause c ON c.campaign_id = x.campaign_id AND c.id = x.clause_id
  JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id`;
/** Tasks `t` that hang on the plan, of those the reader may see. */
const plannedTasks = (visible: string): string => `t.state <> 'cancelled' AND (${visible})`;
const taskCount = (visible: string): string => `(SELECT count(*)::int FROM task t
  WHERE t.campaign_id = x.campaign_id AND t.source_id = x.id AND ${plannedTasks(visible)}) AS "taskCount"`;

/** The campaign as `$1`, whatever else the statement asks for, and what this reader sees of `t`. */
function scoped(work: Work, ...others: readonly unknown[]): { parameters: Parameters; visible: string } {
  const parameters = new Parameters();
  for (const value of [work.campaignId, ...others]) parameters.add(value);
  return { parameters, visible: visibleSql(parameters, work.actor) };
}

/** The campaign with its phases, documents, and how much of the plan has become tasks. */
export async function readCampaign(work: Work): Promise<CampaignView> {
  const { parameters, visible } = scoped(work);
  const [row] = await work.manager.query<
    (Omit<CampaignView, 'today' | 'warnings'> & { lastDue: CivilDate | null })[]
  >(
    `SELECT k.id, k.name, k.place, k.pack_id AS "packId",
       (SELECT coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
         'undetermined', x.undetermined, 'clause', ${clauseRef}) ORDER BY x.position), '[]')
         FROM phase x ${joinClause} WHERE x.campaign_id = k.id AND NOT x.withdrawn) AS phases,
       (SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'issuer', s.issuer, 'issuedOn', s.issued_on)
         ORDER BY s.entry), '[]') FROM source_document s WHERE s.campaign_id = k.id) AS documents,
       json_build_object(
         'units', (SELECT count(*) FROM unit x WHERE x.campaign_id = k.id AND NOT x.withdrawn),
         'duties', (SELECT count(*) FROM duty x WHERE x.campaign_id = k.id AND NOT x.withdrawn),
         'clauses', (SELECT count(*) FROM clause x WHERE x.campaign_id = k.id AND NOT x.withdrawn),
         'targets', (SELECT count(*) FROM target x WHERE x.campaign_id = k.id AND NOT x.withdrawn),
         'projects', (SELECT count(*) FROM project x WHERE x.campaign_id = k.id AND NOT x.withdrawn AND NOT x.added),
         'tasks', (SELECT count(*) FROM task t WHERE t.campaign_id = k.id AND ${plannedTasks(visible)}),
         'clausesWithTask', (SELECT count(DISTINCT t.clause_id) FROM task t WHERE t.campaign_id = k.id AND ${plannedTasks(visible)})
       ) AS counts,
       (SELECT max(t.effective_due_on) FROM task t WHERE t.campaign_id = k.id
         AND t.state IN ('draft', 'assigned', 'signed', 'in_progress') AND (${visible})) AS "lastDue"
     FROM campaign k WHERE k.id = $1`,
    parameters.values,
  );
  if (!row) throw new Error('a member of a campaign that does not exist');
  const { lastDue, ...view } = row;
  return { ...view, today: work.today, warnings: calendarWarnings(work, lastDue) };
}

/** due dates in a year without a notice are provisional. */
function calendarWarnings(work: Work, lastDue: CivilDate | null): string[] {
  if (lastDue === null || !work.calendar.isProvisional(lastDue)) return [];
  return [
    `有任务的期限到${formatDateShort(lastDue)}，该年放假安排尚未公布，工作日数暂按周一至周五计，公布后会重算。`,
  ];
}

export async function readDuties(work: Work, unitId: string | undefined): Promise<DutyRow[]> {
  const { parameters, visible } = scoped(work, unitId ?? null);
  return work.manager.query<DutyRow[]>(
    `SELECT x.id, x.text, x.applies_to AS "appliesTo", ${clauseRef} AS clause, ${taskCount(visible)},
       CASE WHEN u.id IS NULL THEN NULL ELSE
         json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) END AS unit
     FROM duty x ${joinClause} LEFT JOIN unit u ON u.campaign_id = x.campaign_id AND u.id = x.unit_id
     WHERE x.campaign_id = $1 AND NOT x.withdrawn AND ($2::uuid IS NULL OR x.unit_id = $2 OR x.applies_to =
       (SELECT kind FROM unit WHERE campaign_id = $1 AND id = $2))
     ORDER BY u.position NULLS LAST, x.position`,
    parameters.values,
  );
}

export async function readClauses(work: Work): Promise<ClauseRow[]> {
  const { parameters, visible } = scoped(work);
  return work.manager.query<ClauseRow[]>(
    `SELECT c.id, c.number, c.title, d.title AS "documentTitle", c.group_title AS "group",
       (SELECT count(*)::int FROM task t WHERE t.campaign_id = c.campaign_id AND t.clause_id = c.id AND ${plannedTasks(visible)}) AS "taskCount",
       (SELECT count(*)::int FROM duty y WHERE y.campaign_id = c.campaign_id AND y.clause_id = c.id AND NOT y.withdrawn) AS "dutyCount"
     FROM clause c JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id
     WHERE c.campaign_id = $1 AND NOT c.withdrawn ORDER BY c.position`,
    parameters.values,
  );
}

export async function readTargets(work: Work): Promise<TargetRow[]> {
  const { parameters, visible } = scoped(work);
  return work.manager.query<TargetRow[]>(
    `SELECT x.id, x.kind, x.name, x.operator, x.value, x.unit, x.due_on AS "dueOn", ${clauseRef} AS clause, ${taskCount(visible)}
     FROM target x ${joinClause} WHERE x.campaign_id = $1 AND NOT x.withdrawn ORDER BY x.position`,
    parameters.values,
  );
}

export async function readProjects(work: Work): Promise<ProjectsView> {
  const { parameters, visible } = scoped(work);
  const years = await work.manager.query<ProjectsView['years']>(
    `SELECT x.year, x.schools, trim_scale(x.investment) AS investment, ${clauseRef} AS clause,
       json_build_object('primary', x.places_primary, 'junior', x.places_junior,
         'total', CASE WHEN num_nonnulls(x.places_primary, x.places_junior) > 0
           THEN coalesce(x.places_primary, 0) + coalesce(x.places_junior, 0) END) AS places,
       (SELECT count(*)::int FROM project p WHERE p.campaign_id = x.campaign_id AND p.year = x.year AND NOT p.withdrawn
         AND NOT p.added) AS listed
     FROM project_year x ${joinClause} WHERE x.campaign_id = $1 AND NOT x.withdrawn ORDER BY x.year`,
    [work.campaignId],
  );
  const projects = await work.manager.query<ProjectsView['projects']>(
    `SELECT x.id, x.school, x.kind, x.year, x.stages, ${clauseRef} AS clause, ${taskCount(visible)}
     FROM project x ${joinClause} WHERE x.campaign_id = $1 AND NOT x.withdrawn AND NOT x.added ORDER BY x.year, x.position`,
    parameters.values,
  );
  return { years, projects };
}
