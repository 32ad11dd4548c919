import type { LedgerKind } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { UnitRef } from '../../../http/refs.dto.js';
import {
  readSchoolRegister,
  readUnitNames,
  type RegisteredSchool,
} from '../../indicators/indicators.module.js';
import { readEntrySchools } from '../entries/entry-schools.queries.js';
import type { EntryFacts } from '../entries/ledger.policy.js';
import type { Plan } from '../entries/plan-changes.js';
import type { LedgerState } from '../ledger-state.js';

/** An entry that rows of a file may be about. */
export interface ExistingEntry extends Plan, Pick<EntryFacts, 'openedBy' | 'appliedBy' | 'recheckedBy'> {
  readonly id: string;
  readonly seq: number;
  readonly subjectKey: string;
  readonly subject: string;
  readonly state: LedgerState;
}

/** All that rows are checked against; read once, whatever their number. */
export interface ImportFacts {
  readonly kind: LedgerKind;
  /** The day whose grades and classes the rows name. */
  readonly asOf: CivilDate;
  readonly schools: ReadonlyMap<string, RegisteredSchool>;
  /** Codes of those the actor may open an entry for. */
  readonly openable: { has(code: string): boolean };
  readonly units: ReadonlyMap<string, UnitRef>;
  /** Ids by the project's name; more than one where the plan has it twice. */
  readonly projects: ReadonlyMap<string, readonly string[]>;
  readonly bySeq: ReadonlyMap<number, ExistingEntry>;
  readonly byKey: ReadonlyMap<string, ExistingEntry>;
}

/** @param locked whether the entries stay as they are until the transaction ends */
export async function readImportFacts(
  work: Work,
  kind: LedgerKind,
  asOf: CivilDate,
  locked: boolean,
): Promise<ImportFacts> {
  const entries = await work.manager.query<ExistingEntry[]>(
    `SELECT e.id, e.seq, e.subject_key AS "subjectKey", e.subject, e.state, e.unit_id AS "unitId", e.township_id AS "townshipId", e.cause,
       e.measure, e.measure_note AS "measureNote", e.project_id AS "projectId", e.due_on AS "dueOn",
       e.target_year AS "targetYear", e.fields, e.opened_by AS "openedBy", e.applied_by AS "appliedBy",
       e.rechecked_by AS "recheckedBy"
     FROM ledger_entry e WHERE e.campaign_id = $1 AND e.kind = $2 ORDER BY e.id ${locked ? 'FOR UPDATE' : ''}`,
    [work.campaignId, kind.id],
  );
  return {
    kind,
    asOf,
    schools: await readSchoolRegister(work),
    openable: await readEntrySchools(work),
    units: await readUnitNames(work),
    projects: await readProjects(work),
    bySeq: new Map(entries.map((entry) => [entry.seq, entry])),
    byKey: new Map(entries.map((entry) => [entry.subjectKey, entry])),
  };
}

async function readProjects(work: Work): Promise<Map<string, string[]>> {
  const rows = await work.manager.query<{ id: string; name: string }[]>(
    `SELECT id, year || '年' || school AS name FROM project WHERE campaign_id = $1 AND NOT withdrawn`,
    [work.campaignId],
  );
  const projects = new Map<string, string[]>();
  for (const { id, name } of rows) projects.set(name, [...(projects.get(name) ?? []), id]);
  return projects;
}
