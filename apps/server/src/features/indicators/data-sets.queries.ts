import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { knownBefore } from './county/entered.queries.js';
import type { DataSetKind } from './evaluation-words.js';
import type { DataSetRow } from './school-imports.dto.js';

interface Wanted {
  readonly id?: string;
  readonly importId?: string;
  readonly file?: { readonly kind: DataSetKind; readonly asOf: CivilDate; readonly sha256: string };
  /** As of this day or before. */
  readonly until?: CivilDate;
  readonly kind?: DataSetKind;
  /** Imported by the end of this day. */
  readonly knownOn?: CivilDate | null;
}

type DataSetRecord = Omit<DataSetRow, 'importedAt'> & { readonly importedAt: Date };

/** Data sets, the newest first: by the day they are as of, then by when they came. */
export async function readDataSets(work: Work, wanted: Wanted = {}): Promise<DataSetRow[]> {
  const { id, importId, file, until, kind, knownOn = null } = wanted;
  const rows = await work.manager.query<DataSetRecord[]>(
    `SELECT s.id, s.school_year AS "schoolYear", s.as_of AS "asOf", s.kind, s.schools, s.classes, s.file_name AS "fileName",
       s.imported_at AS "importedAt", json_build_object('id', a.id, 'name', a.name) AS "importedBy"
     FROM school_data_set s JOIN account a ON a.id = s.imported_by
     WHERE s.campaign_id = $1 AND ($2::uuid IS NULL OR s.id = $2) AND ($3::uuid IS NULL OR s.import_id = $3)
       AND ($4::text IS NULL OR s.sha256 = $4) AND ($5::date IS NULL OR s.as_of = $5)
       AND ($6::date IS NULL OR s.as_of <= $6) AND ($7::text IS NULL OR s.kind = $7)
       AND s.imported_at < $8::timestamptz
     ORDER BY s.as_of DESC, s.id DESC`,
    [
      work.campaignId,
      id ?? null,
      importId ?? null,
      file?.sha256 ?? null,
      file?.asOf ?? null,
      until ?? null,
      file?.kind ?? kind ?? null,
      knownBefore(knownOn),
    ],
  );
  return rows.map((row) => ({ ...row, importedAt: row.importedAt.toISOString() }));
}
