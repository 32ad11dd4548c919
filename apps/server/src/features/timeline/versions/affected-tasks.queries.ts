import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import { type TaskState, taskNumber, taskStateNames, visibleSql } from '../../tasks/tasks.module.js';
import type { AffectedTask } from './plan-versions.dto.js';

type Found = Omit<AffectedTask, 'number' | 'stateName' | 'changes'> & {
  readonly seq: number;
  readonly state: TaskState;
  readonly entry: string;
};

/** Tasks on clauses, that are not cancelled, by the clause's id in the pack; one statement. */
export async function readTasksOfClauses(
  work: Work,
  changesOf: ReadonlyMap<string, readonly string[]>,
): Promise<AffectedTask[]> {
  const parameters = new Parameters();
  const rows = await work.manager.query<Found[]>(
    `SELECT t.id, t.seq, t.title, t.state, c.entry, c.number || ' ' || c.title AS clause,
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit
     FROM task t
     JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.state <> 'cancelled'
       AND c.entry = ANY(${parameters.add([...changesOf.keys()])}) AND (${visibleSql(parameters, work.actor)})
     ORDER BY c.position, t.seq`,
    parameters.values,
  );
  return rows.map(({ seq, state, entry, ...task }) => ({
    ...task,
    number: taskNumber(seq),
    stateName: taskStateNames[state],
    changes: [...(changesOf.get(entry) ?? [])],
  }));
}
