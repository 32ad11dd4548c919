import type { CivilDate } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { countByRung } from '../escalation/escalation.module.js';
import { type Evaluations, indicatorVerdicts } from '../indicators/indicators.module.js';
import { taskNumber, totalOf, unitOverview, visibleSql, workingDaysLeft } from '../tasks/tasks.module.js';
import type { WallChart, WallDeadline, WallIndicators } from './wall-chart.dto.js';

const deadlinesShown = 8;

/** Everything the wall shows, from one snapshot; a unit's people get their own unit and what they may see. */
export async function readWallChart(work: Work, evaluations: Evaluations): Promise<WallChart> {
  const rows = await unitOverview(work);
  return {
    ...(await readCampaign(work)),
    asOf: work.today,
    at: work.now.toISOString(),
    totals: totalOf(rows),
    units: rows.map(({ unit, lead }) => ({ unit, counts: lead })),
    indicators: await readIndicators(work, evaluations),
    rungs: await countByRung(work),
    deadlines: await readDeadlines(work),
  };
}

async function readCampaign(work: Work): Promise<{ campaignName: string; place: string }> {
  const [row] = await work.manager.query<{ campaignName: string; place: string }[]>(
    `SELECT name AS "campaignName", place FROM campaign WHERE id = $1`,
    [work.campaignId],
  );
  if (!row) throw new Error('a member of a campaign that does not exist');
  return row;
}

async function readIndicators(work: Work, evaluations: Evaluations): Promise<WallIndicators> {
  const { dataAsOf, verdicts } = indicatorVerdicts(await evaluations.evaluate(work, {}));
  const count = (...among: readonly string[]): number =>
    verdicts.filter(({ verdict }) => among.includes(verdict)).length;
  return {
    dataAsOf,
    met: count('met'),
    unmet: count('unmet'),
    noData: count('no_data', 'error'),
    list: [...verdicts],
  };
}

/** Running tasks that fall due next. */
async function readDeadlines(work: Work): Promise<WallDeadline[]> {
  const parameters = new Parameters();
  const visible = visibleSql(parameters, work.actor);
  const rows = await work.manager.query<
    { id: string; seq: number; title: string; unitName: string; on: CivilDate }[]
  >(
    `SELECT t.id, t.seq, t.title, u.short_name AS "unitName", t.effective_due_on AS "on"
     FROM task t JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.state IN ('assigned', 'signed', 'in_progress')
       AND t.effective_due_on >= ${parameters.add(work.today)}::date AND (${visible})
     ORDER BY t.effective_due_on, t.seq LIMIT ${deadlinesShown}`,
    parameters.values,
  );
  return rows.map(({ seq, title, ...row }) => ({
    kind: 'task',
    ...row,
    title: `${taskNumber(seq)} ${title}`,
    workingDaysLeft: workingDaysLeft(work.calendar, row.on, work.today),
  }));
}
