import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { visibleSql } from '../tasks/tasks.module.js';
import { type ProjectFacts, type ProjectRecord, unknownFacts } from './project-record.js';
import { noMoney } from './roll-up.js';

const unitJson = (u: string): string => `CASE WHEN ${u}.id IS NOT NULL THEN
  json_build_object('id', ${u}.id, 'name', ${u}.name, 'shortName', ${u}.short_name, 'kind', ${u}.kind) END`;
const ofProject = (x: string): string => `${x}.campaign_id = p.campaign_id AND ${x}.project_id = p.id`;

const factsJson = `CASE WHEN f.seq IS NOT NULL THEN json_build_object('schoolCode', f.school_code,
  'placesPrimary', f.places_primary, 'placesJunior', f.places_junior, 'classesPrimary', f.classes_primary,
  'classesJunior', f.classes_junior, 'roomArea', trim_scale(f.room_area)::text,
  'sportsArea', trim_scale(f.sports_area)::text, 'networkRooms', f.network_rooms,
  'equipment', trim_scale(f.equipment)::text, 'musicRooms', f.music_rooms, 'artRooms', f.art_rooms) END`;

const unitsJson = `(SELECT coalesce(json_agg(json_build_object('unit', ${unitJson('u')}, 'role', r.role)
    ORDER BY array_position(ARRAY['planning', 'land', 'finance', 'construction', 'school'], r.role), u.position), '[]')
  FROM project_unit r JOIN unit u ON u.campaign_id = r.campaign_id AND u.id = r.unit_id
  WHERE ${ofProject('r')} AND r.seq = f.seq)`;

/** The newest figure of each kind and source; one that was taken back is unknown again. */
const moneyJson = `(SELECT json_object_agg(k.kind, k.sums) FROM (
  SELECT a.kind, json_object_agg(a.source, trim_scale(a.amount)::text) AS sums FROM (
    SELECT DISTINCT ON (a.kind, a.source) a.kind, a.source, a.amount FROM project_amount a
    WHERE ${ofProject('a')} ORDER BY a.kind, a.source, a.seq DESC) a
  WHERE a.amount IS NOT NULL GROUP BY a.kind) k)`;

const datesJson = `(SELECT coalesce(json_agg(json_build_object('milestone', d.milestone, 'kind', d.kind,
    'version', d.version, 'day', d.on_day, 'reason', d.reason, 'evidence', d.evidence, 'enteredOn', e.on_day,
    'by', coalesce(e.unit_name, e.actor_name)) ORDER BY d.seq, d.milestone), '[]')
  FROM project_date d
  JOIN project_entry e ON e.campaign_id = d.campaign_id AND e.project_id = d.project_id AND e.seq = d.seq
  WHERE ${ofProject('d')})`;

const reportJson = `(SELECT json_build_object('on', e.on_day, 'by', e.actor_name, 'unit', e.unit_name, 'text', e.text)
  FROM project_entry e WHERE ${ofProject('e')} AND e.kind = 'report' ORDER BY e.seq DESC LIMIT 1)`;

const cancelledSql = `CASE WHEN p.withdrawn THEN '修订后的方案不再列入' ELSE (
  SELECT CASE e.kind WHEN 'cancel' THEN e.text END FROM project_entry e
  WHERE ${ofProject('e')} AND e.kind IN ('cancel', 'restore') ORDER BY e.seq DESC LIMIT 1) END`;

type Row = Omit<ProjectRecord, 'facts' | 'money'> & {
  readonly facts: ProjectFacts | null;
  readonly money: Partial<ProjectRecord['money']> | null;
};

/** All projects in the order of the plan, added ones after those of their year; or the ones asked for. One statement. */
export async function readProjectRecords(work: Work, ids?: readonly string[]): Promise<ProjectRecord[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(work.campaignId);
  const asked = parameters.add(ids ?? null);
  const rows = await work.manager.query<Row[]>(
    `SELECT p.id, p.school, p.kind, p.year, p.stages, p.added, p.withdrawn,
       CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'number', c.number, 'title', c.title,
         'documentTitle', s.title) END AS clause,
       ${factsJson} AS facts, coalesce(f.example, false) AS example, ${unitJson('w')} AS township,
       ${unitsJson} AS units, ${moneyJson} AS money, ${datesJson} AS dates, ${reportJson} AS "lastReport",
       ${cancelledSql} AS cancelled,
       (SELECT coalesce(max(e.seq), 0) FROM project_entry e WHERE ${ofProject('e')}) AS seq,
       (SELECT coalesce(max(e.seq), 0) FROM project_entry e WHERE ${ofProject('e')} AND e.kind <> 'report') AS version,
       (SELECT count(*)::int FROM task t WHERE t.campaign_id = p.campaign_id AND t.source_id = p.id
         AND t.state <> 'cancelled' AND (${visibleSql(parameters, work.actor)})) AS "taskCount"
     FROM project p
     LEFT JOIN clause c ON c.campaign_id = p.campaign_id AND c.id = p.clause_id
     LEFT JOIN source_document s ON s.campaign_id = c.campaign_id AND s.id = c.document_id
     LEFT JOIN LATERAL (SELECT * FROM project_facts f WHERE ${ofProject('f')} ORDER BY f.seq DESC LIMIT 1) f ON TRUE
     LEFT JOIN unit w ON w.campaign_id = p.campaign_id AND w.id = f.township_id
     WHERE p.campaign_id = ${campaign} AND (${asked}::uuid[] IS NULL OR p.id = ANY(${asked}))
     ORDER BY p.year, p.position, p.id`,
    parameters.values,
  );
  return rows.map((row) => ({
    ...row,
    facts: row.facts ?? unknownFacts,
    money: { ...noMoney, ...row.money },
  }));
}
