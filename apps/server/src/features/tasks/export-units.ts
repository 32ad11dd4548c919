import { unitsWorkbook } from '#official-documents';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { unitOverview } from './task-counts.queries.js';

/** The units as a workbook, from the same counts as the page. */
export async function exportUnits(work: Work): Promise<Buffer> {
  const rows = await unitOverview(work);
  return unitsWorkbook({
    campaignName: await readCampaignName(work),
    asOf: work.today,
    rows: rows.map((row) => ({
      name: row.unit.name,
      total: row.lead.total,
      closed: row.lead.closed,
      overdue: row.lead.overdue,
      maxDaysLate: row.maxDaysLate,
      onTimeRate: row.onTimeRate,
      onTimeRateOriginal: row.onTimeRateOriginal,
    })),
  });
}
