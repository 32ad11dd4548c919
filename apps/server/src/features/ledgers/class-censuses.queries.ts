import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { ClassCensusRow } from './class-imports.dto.js';

interface Wanted {
  readonly file?: { readonly asOf: CivilDate; readonly sha256: string };
  readonly on?: CivilDate;
  /** As of this day or before. */
  readonly until?: CivilDate;
}

/** A census, and the stored file its rows are in. */
export type StoredCensus = ClassCensusRow & { readonly importId: string };

type CensusRecord = Omit<StoredCensus, 'confirmedAt'> & { readonly confirmedAt: Date };

/** Censuses, the newest first: by the day they are as of, then by when they came. */
export async function readCensuses(work: Work, wanted: Wanted = {}): Promise<StoredCensus[]> {
  const rows = await work.manager.query<CensusRecord[]>(
    `SELECT c.id, c.import_id AS "importId", c.as_of AS "asOf", c.school_year AS "schoolYear",
       i.file_name AS "fileName", c.classes, c.above_standard AS "aboveStandard", c.large, c.oversize, c.skipped,
       c.confirmed_at AS "confirmedAt", json_build_object('id', a.id, 'name', a.name) AS "confirmedBy"
     FROM class_census c
     JOIN class_import i ON i.campaign_id = c.campaign_id AND i.id = c.import_id
     JOIN account a ON a.id = c.confirmed_by
     WHERE c.campaign_id = $1 AND ($2::text IS NULL OR c.sha256 = $2) AND ($3::date IS NULL OR c.as_of = $3)
       AND ($4::date IS NULL OR c.as_of <= $4)
     ORDER BY c.as_of DESC, c.id DESC`,
    [
      work.campaignId,
      wanted.file?.sha256 ?? null,
      wanted.file?.asOf ?? wanted.on ?? null,
      wanted.until ?? null,
    ],
  );
  return rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt.toISOString() }));
}

export function toCensusRow({ importId: _, ...row }: StoredCensus): ClassCensusRow {
  return row;
}

/** Whether two stored files hold the same classes with the same numbers. */
export async function sameClasses(work: Work, oneImportId: string, otherImportId: string): Promise<boolean> {
  const [row] = await work.manager.query<{ same: boolean }[]>(
    `SELECT count(*) = count(*) FILTER (WHERE a.students = b.students AND a.stage = b.stage) AS same
     FROM (SELECT * FROM class_row WHERE campaign_id = $1 AND import_id = $2) a
     FULL JOIN (SELECT * FROM class_row WHERE campaign_id = $1 AND import_id = $3) b
       ON b.school_code = a.school_code AND b.grade = a.grade AND b.name = a.name`,
    [work.campaignId, oneImportId, otherImportId],
  );
  return row?.same === true;
}

/** Classes of a stored file that are the same in another. */
export async function countUnchanged(work: Work, importId: string, otherImportId: string): Promise<number> {
  const [row] = await work.manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM class_row a
     JOIN class_row b ON b.campaign_id = a.campaign_id AND b.import_id = $3 AND b.school_code = a.school_code
       AND b.grade = a.grade AND b.name = a.name
     WHERE a.campaign_id = $1 AND a.import_id = $2 AND a.students = b.students AND a.stage = b.stage`,
    [work.campaignId, importId, otherImportId],
  );
  return row?.count ?? 0;
}
