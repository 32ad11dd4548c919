import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readSchoolRegister, schoolYearOf } from '../indicators/indicators.module.js';
import { censusLines } from './census-lines.js';
import { countUnchanged, readCensuses, toCensusRow } from './class-censuses.queries.js';
import { classData } from './class-data.js';
import type { ClassImportPreview, ClassImportView } from './class-imports.dto.js';
import { readRuns } from './class-import-runs.queries.js';
import { findCensus } from './confirm-class-import.js';
import { countClasses } from './count-classes.js';
import type { LedgerTools } from './follow-data.js';
import { readKnownEntries } from './known-entries.queries.js';
import { ledgerFollows } from './ledger-follows.js';
import { planLedgerEffects } from './plan-ledger-effects.js';
import { classIndicator } from './register-census.js';
import type { ClassRemarks } from './stage-class-import.js';

interface ImportRecord {
  readonly as_of: CivilDate;
  readonly sha256: string;
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
  /** Without the refused rows, which only their workbook needs. */
  readonly remarks: Omit<ClassRemarks, 'rejected'>;
}

/**
 * An import as it runs or, once its file is read, with what would become of it; the same count as its confirmation.
 * @throws DomainError `not_found`
 */
export async function readClassImport(work: Work, tools: LedgerTools, id: string): Promise<ClassImportView> {
  const [state] = await readRuns(work, id);
  if (!state) throw new DomainError('not_found', { detail: '没有这次导入，请重新上传。' });
  const [record] = await work.manager.query<ImportRecord[]>(
    `SELECT as_of, sha256, rows_read, rows_accepted, rows_rejected, remarks - 'rejected' AS remarks
     FROM class_import WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  return { ...state, preview: record ? await previewOf(work, tools, id, record) : null };
}

async function previewOf(
  work: Work,
  tools: LedgerTools,
  importId: string,
  record: ImportRecord,
): Promise<ClassImportPreview> {
  const { as_of: asOf, rows_rejected: rejected, rows_accepted: accepted, remarks } = record;
  const lines = censusLines(await tools.standards.ofCampaign(work, asOf), classIndicator);
  const known = await findCensus(work, importId, record);
  const [newest] = await readCensuses(work);
  const [before] = await readCensuses(work, { until: asOf });
  const judges = known === null && (!newest || newest.asOf <= asOf);
  const register = await readSchoolRegister(work);
  const file = { importId, asOf, lines, register, complete: rejected === 0 };
  const effects = [];
  for (const kind of judges ? tools.kinds.about('class') : []) {
    const entries = await readKnownEntries(work, kind.id, false);
    effects.push(planLedgerEffects(await classData(work, kind, file, entries), entries));
  }
  const { errors, errorCount, ...rest } = remarksView(remarks);
  return {
    rowsRead: record.rows_read,
    accepted,
    rejected,
    unchanged: before ? await countUnchanged(work, importId, before.importId) : 0,
    counts: await countClasses(work, importId, lines),
    schoolYear: schoolYearOf(asOf),
    errors,
    errorCount,
    truncated: errorCount > errors.length,
    ...rest,
    notes: [
      ...remarks.notes,
      ...(judges || known || !newest ? [] : [`已有更新的普查（${newest.asOf}），本次只留存，不改变台账`]),
    ],
    judges,
    follows: ledgerFollows(effects),
    duplicateOf: known && toCensusRow(known),
    confirmable: known === null && rejected === 0 && accepted > 0,
  };
}

function remarksView({ faults, faultCount, questions, unknownColumns }: ImportRecord['remarks']) {
  return {
    errors: [...faults],
    errorCount: faultCount,
    questions: [...questions],
    unknownColumns: [...unknownColumns],
  };
}
