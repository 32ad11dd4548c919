import type { Work } from '../../database/unit-of-work.js';
import { countByRung } from '../escalation/escalation.module.js';
import { type Evaluations, readIndicatorVerdicts, type Standards } from '../indicators/indicators.module.js';
import { type LedgerKinds, readBurnDown, readLedgerSummaries } from '../ledgers/ledgers.module.js';
import { readProjectYears } from '../projects/projects.module.js';
import { totalOf, unitOverview } from '../tasks/tasks.module.js';
import { readNextDeadlines, readPhases } from '../timeline/timeline.module.js';
import type { WallChart, WallClasses, WallIndicators, WallProjectYear } from './wall-chart.dto.js';

const deadlinesShown = 8;
const monthsShown = 12;
const classLedger = 'large_class';

/** What the features behind the wall need to answer. */
export interface WallTools {
  readonly evaluations: Evaluations;
  readonly kinds: LedgerKinds;
  readonly standards: Standards;
}

/** Everything the wall shows, from one snapshot; a unit's people get their own unit and what they may see. */
export async function readWallChart(work: Work, tools: WallTools): Promise<WallChart> {
  const rows = await unitOverview(work);
  return {
    ...(await readCampaign(work)),
    asOf: work.today,
    at: work.now.toISOString(),
    phases: (await readPhases(work)).map(({ id, name, startsOn, endsOn, state }) => ({
      id,
      name,
      startsOn,
      endsOn,
      state,
    })),
    projects: await readProjectBars(work),
    classes: await readClasses(work, tools),
    totals: totalOf(rows),
    units: rows.map(({ unit, lead }) => ({ unit, counts: lead })),
    indicators: await readIndicators(work, tools),
    rungs: await countByRung(work),
    deadlines: await readNextDeadlines(work, deadlinesShown),
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

async function readIndicators(work: Work, { evaluations }: WallTools): Promise<WallIndicators> {
  const { dataSet } = await evaluations.evaluate(work, {});
  const list = await readIndicatorVerdicts(work, evaluations);
  const count = (...among: readonly string[]): number =>
    list.filter(({ verdict }) => among.includes(verdict)).length;
  return {
    dataAsOf: dataSet?.asOf ?? null,
    met: count('met'),
    unmet: count('unmet'),
    noData: count('no_data', 'error'),
    list: list.map(({ id, name, verdict }) => ({ id, name, verdict })),
  };
}

async function readProjectBars(work: Work): Promise<WallProjectYear[]> {
  const { years } = await readProjectYears(work);
  return years.map(({ year, sums, declared }) => ({
    year,
    projects: sums.projects,
    declaredPlaces: declared?.places.total ?? null,
    plannedPlaces: sums.levels.planned.places.total,
    startedPlaces: sums.levels.started.places.total,
    acceptedPlaces: sums.levels.accepted.places.total,
    withoutPlaces: sums.levels.planned.placesUnknown,
    unreported: sums.unreported,
  }));
}

async function readClasses(work: Work, tools: WallTools): Promise<WallClasses> {
  const kind = tools.kinds.get(classLedger);
  const ledger = (await readLedgerSummaries(work, tools)).find((one) => one.kind === kind.id);
  if (!ledger) throw new Error(`no summary of the ledger ${kind.id}`);
  const { months } = await readBurnDown(work, kind);
  const { opened, remaining, closed, contradicted, relapses } = ledger.numbers;
  return {
    dataAsOf: ledger.dataAsOf,
    aboveStandard: ledger.counts?.aboveStandard ?? 0,
    large: ledger.counts?.large ?? 0,
    oversize: ledger.counts?.oversize ?? 0,
    ...{ opened, remaining, closed, contradicted, relapses },
    targetOn: ledger.wantedOn,
    daysLeft: ledger.daysLeft,
    burnDown: months.slice(-monthsShown).map((one) => ({ month: one.month, remaining: one.remaining })),
  };
}
