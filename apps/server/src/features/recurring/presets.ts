import type { IndicatorDefinition } from '#indicator-engine';
import { type CivilDate, periodOn, yearOf } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextDataDue, type Responsibility, responsibleUnitsOf } from '../indicators/indicators.module.js';
import type { RecurringPreset, RecurringPresets, RecurringRuleInput } from './recurring.dto.js';

/** Rules to start from; nothing is made before they are confirmed. */
export async function readPresets(
  work: Work,
  indicators: readonly IndicatorDefinition[],
): Promise<RecurringPresets> {
  const responsible = await responsibleUnitsOf(work, indicators);
  return { items: [indicatorPreset(work.today, indicators, responsible), await projectPreset(work)] };
}

/** One rule an indicator whose data are due on a day of the year, for the units that lead it in this campaign. */
function indicatorPreset(
  today: CivilDate,
  indicators: readonly IndicatorDefinition[],
  responsible: ReadonlyMap<string, Responsibility>,
): RecurringPreset {
  const rules = indicators.flatMap(({ id, name }): RecurringRuleInput[] => {
    const { due = null, leadUnits = [] } = responsible.get(id) ?? {};
    if (!due) return [];
    const { month, day } = due;
    return [
      {
        ...usual,
        title: `报送指标 ${id} ${name} 数据`,
        description: '按指标口径核实并报送。',
        recurrence: {
          frequency: 'year',
          interval: 1,
          monthOffset: month - 1,
          on: { kind: 'day', day },
          roll: 'forward',
          firstPeriod: String(yearOf(nextDataDue(due, today))),
          lastPeriod: null,
        },
        unitIds: leadUnits.map((unit) => unit.id),
        createAheadDays: 30,
        missed: 'latest',
        indicatorId: id,
      },
    ];
  });
  return {
    id: 'indicators',
    name: '按指标数据周期',
    description: '每项指标一条规则，由牵头单位报送；单位和截止日取自“指标 → 责任单位”，保存前可改。',
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
