import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readPackId } from './request-simulation.js';
import type { SimulationRow, Simulations, SimulationView } from './simulations.dto.js';

type Row = Omit<SimulationRow, 'askedAt'> & { readonly askedAt: Date };

const rowSql = `
  SELECT s.id, s.ladder_version_id AS "ladderVersionId", v.number AS "ladderNumber", v.content ->> 'name' AS "ladderName",
    s.from_on AS "from", s.to_on AS "to", s.state, s.share, s.error, a.name AS "askedBy", s.asked_at AS "askedAt",
    (s.result ->> 'messages')::int AS messages, (s.result ->> 'papers')::int AS papers
  FROM simulation_run s
  JOIN ladder_version v ON v.campaign_id = s.campaign_id AND v.id = s.ladder_version_id
  JOIN account a ON a.id = s.asked_by
  WHERE s.campaign_id = $1`;
const shown = 20;

/** The latest ladders tried out, newest first. */
export async function readSimulations(work: Work): Promise<Simulations> {
  const rows = await work.manager.query<Row[]>(`${rowSql} ORDER BY s.id DESC LIMIT ${shown}`, [
    work.campaignId,
  ]);
  return { items: rows.map(present), pack: await readPackId(work) };
}

/** One of them with all that came out. @throws DomainError `not_found` */
export async function readSimulation(work: Work, id: string): Promise<SimulationView> {
  const [row] = await work.manager.query<(Row & Pick<SimulationView, 'result'>)[]>(
    `SELECT r.*, s.result FROM (${rowSql} AND s.id = $2) r
     JOIN simulation_run s ON s.campaign_id = $1 AND s.id = r.id`,
    [work.campaignId, id],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次推演。' });
  return { ...present(row), result: row.result };
}

function present<Shown extends Row>({ askedAt, ...row }: Shown) {
  return { ...row, askedAt: askedAt.toISOString() };
}
