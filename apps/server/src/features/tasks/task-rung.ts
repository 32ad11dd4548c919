import type { RungAudience, RungColour } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';

/** A rung as {@link rungSql} gives it. */
export interface CurrentRung {
  readonly rung: number;
  readonly name: string;
  readonly colour: RungColour;
  readonly since: CivilDate;
  readonly audience: RungAudience[];
}

/**
 * The facts that decide which rung `t` stands on: raised for its present term, on the clocks of the lead unit. The
 * lateness of a reviewer or a supporting unit does not mark the lead unit's task, and a new due date (a new version)
 * begins below the ladder. Rehearsed rungs count only while the exercise lasts.
 */
function standingEscalations(parameters: Parameters, work: Pick<Work, 'exercise'>): string {
  return `FROM escalation e WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.due_version = t.due_version
    AND e.clock IN ('due', 'receipt') AND e.outcome = 'raised' AND e.rehearsal = ${parameters.add(work.exercise)}`;
}

const rungJson = `json_build_object('rung', e.rung, 'name', e.rung_name, 'colour', e.rung_colour,
  'since', e.raised_on, 'audience', e.audience)`;

/** The rung `t` stands on as JSON, or NULL: read from the facts, kept nowhere twice. */
export function rungSql(parameters: Parameters, work: Pick<Work, 'exercise'>): string {
  return `(SELECT ${rungJson} ${standingEscalations(parameters, work)} ORDER BY e.rung DESC LIMIT 1)`;
}

/** The rung the unsigned part `s` of `t` has reached on its own receipt clock, or NULL; it marks that unit only. */
export function partRungSql(parameters: Parameters, work: Work): string {
  return `(SELECT ${rungJson} FROM escalation e
    WHERE s.state = 'assigned' AND e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.clock = 'support_receipt'
      AND e.due_version = t.due_version AND e.unit_id = s.unit_id AND e.outcome = 'raised'
      AND e.rehearsal = ${parameters.add(work.exercise)} ORDER BY e.rung DESC LIMIT 1)`;
}

export interface RungFilter {
  readonly rung?: readonly number[];
  readonly rungAudience?: RungAudience;
  readonly rungFrom?: CivilDate;
  readonly rungTo?: CivilDate;
}

/** Conditions on `t` by the rung it stands on; 0 means none. */
export function rungFilterSql(parameters: Parameters, work: Work, filter: RungFilter): string[] {
  const highest = (expression: string): string =>
    `(SELECT ${expression} ${standingEscalations(parameters, work)} ORDER BY e.rung DESC LIMIT 1)`;
  return [
    ...(filter.rung
      ? [`coalesce(${highest('e.rung')}, 0) = ANY(${parameters.add(filter.rung)}::int[])`]
      : []),
    ...(filter.rungAudience
      ? [`${parameters.add(filter.rungAudience)}::text = ANY(${highest('e.audience')}::text[])`]
      : []),
    ...(filter.rungFrom ? [`${highest('e.raised_on')} >= ${parameters.add(filter.rungFrom)}::date`] : []),
    ...(filter.rungTo ? [`${highest('e.raised_on')} <= ${parameters.add(filter.rungTo)}::date`] : []),
  ];
}
