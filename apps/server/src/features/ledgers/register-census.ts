import { type CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readSchoolRegister, schoolYearOf } from '../indicators/indicators.module.js';
import { censusLines } from './census-lines.js';
import { readCensuses, type StoredCensus } from './class-censuses.queries.js';
import { classData } from './class-data.js';
import type { LedgerFollow } from './class-imports.dto.js';
import { countClasses } from './count-classes.js';
import { followData, type LedgerTools } from './follow-data.js';
import { ledgerFollows } from './ledger-follows.js';
import type { LedgerNews } from './tell-ledger-news.js';

/** A stored file that becomes a census. */
export interface ConfirmedClasses {
  readonly importId: string;
  readonly asOf: CivilDate;
  readonly sha256: string;
  readonly skipped: number;
}

export interface RegisteredCensus {
  readonly census: StoredCensus;
  /** Older data are kept and change nothing. */
  readonly judged: boolean;
  readonly follows: readonly LedgerFollow[];
  readonly news: readonly LedgerNews[];
}

/** The indicator whose dated line a class is measured by. */
export const classIndicator = 'C12';

/** Makes a census of stored classes and lets the ledgers of classes follow it, if no newer census is there. */
export async function registerCensus(
  work: Work,
  tools: LedgerTools,
  { importId, asOf, sha256, skipped }: ConfirmedClasses,
): Promise<RegisteredCensus> {
  const [newest] = await readCensuses(work);
  const lines = censusLines(await tools.standards.ofCampaign(work, asOf), classIndicator);
  const counts = await countClasses(work, importId, lines);
  await work.manager.query(
    `INSERT INTO class_census (campaign_id, id, import_id, as_of, school_year, sha256, classes, above_standard, large,
       oversize, skipped, confirmed_by, confirmed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      work.campaignId,
      work.newId(),
      importId,
      asOf,
      schoolYearOf(asOf),
      sha256,
      counts.classes,
      counts.aboveStandard,
      counts.large,
      counts.oversize,
      skipped,
      work.actor.accountId,
      work.now,
    ],
  );
  await work.fault('after-census');
  const [census] = await readCensuses(work, { file: { asOf, sha256 } });
  if (!census) throw new Error('the census that was just made is not there');
  if (newest && newest.asOf > asOf) return { census, judged: false, follows: [], news: [] };
  const register = await readSchoolRegister(work);
  const file = { importId, asOf, lines, register, complete: skipped === 0 };
  const followed = [];
  for (const kind of tools.kinds.about('class')) {
    followed.push(await followData(work, tools, kind, (entries) => classData(work, kind, file, entries)));
  }
  return {
    census,
    judged: true,
    follows: ledgerFollows(followed.map(({ effects }) => effects)),
    news: followed.flatMap(({ news }) => news),
  };
}
