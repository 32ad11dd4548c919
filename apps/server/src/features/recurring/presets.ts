import { type CivilDate, periodOn, yearOf } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { RecurringPreset, RecurringPresets, RecurringRuleInput } from './recurring.dto.js';

/** What an indicator's preset needs of the standard. */
export interface IndicatorCycle {
  readonly id: string;
  readonly name: string;
  readonly cycle: 'census' | 'fiscal' | 'yearly' | 'evidence';
  readonly lead: readonly string[];
}

/**
 * Month and day by which the figures of a cycle usually stand: the school census counts on 1 September and is checked
 * by the 20th; the accounts of a year are closed in the following January. The office edits them before saving.
 */
const cycleDates = {
  census: { monthOffset: 8, day: 20, words: '教育事业统计（9 月）' },
  fiscal: { monthOffset: 12, day: 31, words: '财政决算（次年 1 月）' },
  yearly: { monthOffset: 11, day: 20, words: '年度数据（12 月）' },
} as const;

/** Rules to start from; nothing is made before they are confirmed. */
export async function readPresets(
  work: Work,
  indicators: readonly IndicatorCycle[],
): Promise<RecurringPresets> {
  const units = await work.manager.query<{ id: string; name: string; short_name: string }[]>(
    `SELECT id, name, short_name FROM unit WHERE campaign_id = $1`,
    [work.campaignId],
  );
  const unitIds = new Map(
    units.flatMap(({ id, name, short_name }) => [[name, id] as const, [short_name, id] as const]),
  );
  return { items: [indicatorPreset(work.today, indicators, unitIds), await projectPreset(work)] };
}

function indicatorPreset(
  today: CivilDate,
  indicators: readonly IndicatorCycle[],
  unitIds: ReadonlyMap<string, string>,
): RecurringPreset {
  const rules = indicators.flatMap(({ id, name, cycle, lead }): RecurringRuleInput[] => {
    if (cycle === 'evidence') return [];
    const { monthOffset, day, words } = cycleDates[cycle];
    return [
      {
        ...usual,
        title: `报送指标 ${id} ${name} 数据`,
        description: `按${words}口径核实并报送。`,
        recurrence: {
          ...{ frequency: 'year', interval: 1, monthOffset, on: { kind: 'day', day }, roll: 'forward' },
          ...{ firstPeriod: String(yearOf(today)), lastPeriod: null },
        },
        unitIds: lead.flatMap((unit) => unitIds.get(unit) ?? []),
        createAheadDays: 30,
        missed: 'latest',
        indicatorId: id,
      },
    ];
  });
  return {
    id: 'indicators',
    name: '按指标数据周期',
    description:
      '每项指标一条规则，由牵头单位报送：统计数据 9 月 20 日、年度数据 12 月 20 日、财政数据次年 1 月 31 日，可改。',
    rules,
  };
}

async function projectPreset(work: Work): Promise<RecurringPreset> {
  const rows = await work.manager.query<{ id: string }[]>(
    `SELECT DISTINCT t.lead_unit_id AS id FROM task t
     WHERE t.campaign_id = $1 AND t.source_kind = 'project' AND t.state NOT IN ('draft', 'cancelled') ORDER BY 1`,
    [work.campaignId],
  );
  return {
    id: 'projects',
    name: '建设项目月报',
    description: '承办建设项目任务的各单位，次月 5 日前报送上月建设进度。',
    rules: [
      {
        ...usual,
        title: '建设项目月报',
        description: '报送上月投资、形象进度、存在问题和下月计划。',
        recurrence: {
          ...{
            frequency: 'month',
            interval: 1,
            monthOffset: 1,
            on: { kind: 'day', day: 5 },
            roll: 'forward',
          },
          ...{ firstPeriod: periodOn('month', work.today).key, lastPeriod: null },
        },
        unitIds: rows.map(({ id }) => id),
        createAheadDays: 7,
        missed: 'all',
        requiredEvidence: ['report'],
      },
    ],
  };
}

const usual = {
  audience: 'units',
  requiredEvidence: [],
  priority: 'normal',
  clauseId: null,
  indicatorId: null,
} satisfies Partial<RecurringRuleInput>;
