import { addDays, type CivilDate, instantAt } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';

/** The day that is judged, and the day whose knowledge counts (按当时所知); null: all that is known now. */
export interface Moment {
  readonly asOf: CivilDate;
  readonly knownOn: CivilDate | null;
}

interface Recorded {
  readonly recordedBy: string;
  readonly recordedOn: CivilDate;
}

/** The newest row of a figure; value null: withdrawn. */
export interface EnteredFigure extends Recorded {
  readonly key: string;
  readonly school: string | null;
  readonly value: string | null;
  readonly asOf: CivilDate;
  readonly note: string | null;
  readonly unitName: string;
}

export interface EnteredJudgement extends Recorded {
  readonly id: string;
  readonly indicator: string;
  readonly test: string;
  readonly point: string | null;
  readonly outcome: 'met' | 'unmet';
  readonly judgedOn: CivilDate;
  readonly ground: string;
  readonly evidence: string | null;
  readonly unitName: string;
  readonly judgedById: string;
  /** null: the office has not answered yet. */
  readonly decision: 'confirmed' | 'returned' | null;
  readonly reason: string | null;
  readonly reviewedOn: CivilDate | null;
  readonly reviewedBy: string | null;
}

export interface VetoState extends Recorded {
  readonly state: 'suspected' | 'open' | 'cleared';
  readonly ground: string;
  readonly on: CivilDate;
}

export interface EnteredVeto extends Recorded {
  readonly id: string;
  readonly veto: string;
  readonly occurredOn: CivilDate;
  readonly school: string | null;
  readonly source: string;
  readonly description: string;
  /** The oldest first; at least one. */
  readonly states: readonly VetoState[];
}

export interface EnteredCase extends Recorded {
  readonly case: string;
  readonly school: string;
  readonly applies: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly ground: string;
  readonly since: CivilDate;
  readonly unitName: string;
}

/** All that the county entered itself, as it stood at a moment. */
export interface Entered {
  readonly figures: readonly EnteredFigure[];
  readonly judgements: readonly EnteredJudgement[];
  readonly vetoes: readonly EnteredVeto[];
  readonly cases: readonly EnteredCase[];
}

const recorded = (row: string): string =>
  `(SELECT name FROM account WHERE id = ${row}.recorded_by) AS "recordedBy", ${dayOf(`${row}.recorded_at`)} AS "recordedOn"`;
const dayOf = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;

const figures = `
  SELECT DISTINCT ON (f.figure_key, f.school_code) f.figure_key AS key, f.school_code AS school, f.value,
    f.as_of AS "asOf", f.note, f.unit_name AS "unitName", ${recorded('f')}
  FROM county_figure f WHERE f.campaign_id = $1 AND f.as_of <= $2 AND f.recorded_at < $3
  ORDER BY f.figure_key, f.school_code, f.as_of DESC, f.id DESC`;

const judgements = `
  SELECT j.id, j.indicator, j.test, j.point, j.outcome, j.judged_on AS "judgedOn", j.ground,
    j.evidence_place AS evidence, j.unit_name AS "unitName", j.judged_by AS "judgedById",
    (SELECT name FROM account WHERE id = j.judged_by) AS "recordedBy", ${dayOf('j.recorded_at')} AS "recordedOn",
    r.decision, r.reason, r.reviewed_on AS "reviewedOn",
    (SELECT name FROM account WHERE id = r.reviewed_by) AS "reviewedBy"
  FROM indicator_judgement j
    LEFT JOIN judgement_review r ON r.campaign_id = j.campaign_id AND r.judgement_id = j.id
      AND r.reviewed_on <= $2 AND r.reviewed_at < $3
  WHERE j.campaign_id = $1 AND j.judged_on <= $2 AND j.recorded_at < $3
  ORDER BY j.id`;

const vetoes = `
  SELECT e.id, e.veto, e.occurred_on AS "occurredOn", e.school_code AS school, e.source, e.description,
    ${recorded('e')}, s.states
  FROM veto_event e CROSS JOIN LATERAL (
    SELECT json_agg(x ORDER BY x."on", x.position) AS states FROM (
      SELECT s.state, s.ground, s.state_on AS "on", s.position, ${recorded('s')} FROM veto_event_state s
      WHERE s.campaign_id = e.campaign_id AND s.event_id = e.id AND s.state_on <= $2 AND s.recorded_at < $3) x) s
  WHERE e.campaign_id = $1 AND e.occurred_on <= $2 AND e.recorded_at < $3 AND s.states IS NOT NULL
  ORDER BY e.id`;

const cases = `
  SELECT DISTINCT ON (c.case_id, c.school_code) c.case_id AS "case", c.school_code AS school, c.applies,
    c.case_values AS "values", c.ground, c.since, c.unit_name AS "unitName", ${recorded('c')}
  FROM special_case_use c WHERE c.campaign_id = $1 AND c.since <= $2 AND c.recorded_at < $3
  ORDER BY c.case_id, c.school_code, c.since DESC, c.id DESC`;

const list = (sql: string): string => `(SELECT coalesce(json_agg(t), '[]') FROM (${sql}) t)`;
const everything = `SELECT ${list(figures)} AS figures, ${list(judgements)} AS judgements,
  ${list(vetoes)} AS vetoes, ${list(cases)} AS cases`;

/** One statement, whatever was entered. */
export async function readEntered(work: Work, moment: Moment): Promise<Entered> {
  const [entered] = await work.manager.query<Entered[]>(everything, [
    work.campaignId,
    moment.asOf,
    knownBefore(moment.knownOn),
  ]);
  if (!entered) throw new Error('a statement without rows');
  return entered;
}

/** The instant at which knowledge ends: the midnight after the day, Beijing time. */
export function knownBefore(knownOn: CivilDate | null): Date | 'infinity' {
  return knownOn === null ? 'infinity' : new Date(instantAt(addDays(knownOn, 1), '00:00'));
}

/** Every row of one figure, the newest first. */
export function readFigureHistory(work: Work, key: string, school: string | null): Promise<EnteredFigure[]> {
  return work.manager.query<EnteredFigure[]>(
    `SELECT f.figure_key AS key, f.school_code AS school, f.value, f.as_of AS "asOf", f.note,
       f.unit_name AS "unitName", ${recorded('f')}
     FROM county_figure f
     WHERE f.campaign_id = $1 AND f.figure_key = $2 AND f.school_code IS NOT DISTINCT FROM $3
     ORDER BY f.as_of DESC, f.id DESC`,
    [work.campaignId, key, school],
  );
}
