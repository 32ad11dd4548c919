import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { ClauseRef } from '../../http/refs.dto.js';
import type { NamedCondition } from './gate-condition.js';
import type { GateAnswer } from './gate-conditions.js';

/** Dates the office set, newest first. */
export interface PhaseDateRecord {
  readonly number: number;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly reason: string;
  readonly name: string;
  readonly at: string;
}

export interface AnsweredCondition extends GateAnswer {
  readonly condition: string;
}

/** Passings of the gate and what took them back, newest first. */
export interface GateDecisionRecord {
  readonly number: number;
  readonly outcome: 'passed' | 'revoked';
  readonly note: string;
  readonly reason: string | null;
  readonly lacking: number;
  readonly answers: readonly AnsweredCondition[];
  readonly on: CivilDate;
  readonly name: string;
  readonly at: string;
}

export interface PhaseRecord {
  readonly id: string;
  readonly entry: string;
  readonly name: string;
  readonly position: number;
  readonly clause: ClauseRef;
  readonly planStartsOn: CivilDate | null;
  readonly planEndsOn: CivilDate | null;
  readonly dates: readonly PhaseDateRecord[];
  readonly gateVersion: number;
  readonly conditions: readonly NamedCondition[];
  readonly decisions: readonly GateDecisionRecord[];
}

const utc = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The phases of the plan in their order, with all that the office has made of them; one statement. */
export async function readPhaseRecords(work: Work): Promise<PhaseRecord[]> {
  return work.manager.query<PhaseRecord[]>(
    `SELECT p.id, p.entry, p.name, p.position,
       json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'documentTitle', s.title) AS clause,
       CASE WHEN NOT p.undetermined THEN p.starts_on END AS "planStartsOn",
       CASE WHEN NOT p.undetermined THEN p.ends_on END AS "planEndsOn",
       (SELECT coalesce(json_agg(json_build_object('number', d.number, 'startsOn', d.starts_on, 'endsOn', d.ends_on,
           'reason', d.reason, 'name', a.name, 'at', ${utc('d.set_at')}) ORDER BY d.number DESC), '[]')
         FROM phase_date d JOIN account a ON a.id = d.set_by
         WHERE d.campaign_id = p.campaign_id AND d.phase_id = p.id) AS dates,
       coalesce(v.number, 0) AS "gateVersion", coalesce(v.conditions, '[]') AS conditions,
       (SELECT coalesce(json_agg(json_build_object('number', g.number, 'outcome', g.outcome, 'note', g.note,
           'reason', g.reason, 'lacking', g.lacking, 'answers', g.answers, 'on', g.decided_on, 'name', a.name,
           'at', ${utc('g.decided_at')}) ORDER BY g.number DESC), '[]')
         FROM gate_decision g JOIN account a ON a.id = g.decided_by
         WHERE g.campaign_id = p.campaign_id AND g.phase_id = p.id) AS decisions
     FROM phase p
     JOIN clause c ON c.campaign_id = p.campaign_id AND c.id = p.clause_id
     JOIN source_document s ON s.campaign_id = c.campaign_id AND s.id = c.document_id
     LEFT JOIN LATERAL (SELECT g.number, g.conditions FROM gate_version g
       WHERE g.campaign_id = p.campaign_id AND g.phase_id = p.id ORDER BY g.number DESC LIMIT 1) v ON TRUE
     WHERE p.campaign_id = $1 AND NOT p.withdrawn ORDER BY p.position`,
    [work.campaignId],
  );
}
