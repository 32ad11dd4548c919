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
  const settled = await readSettledPresets(work);
  const presets = [indicatorPreset(work.today, indicators, responsible), projectPreset(work.today)];
  return { items: presets.map((preset) => ({ ...preset, open: !settled.has(preset.id) })) };
}

type Preset = Omit<RecurringPreset, 'open'>;

/** Presets of which a rule exists, changed or ended ones included, or that were dismissed for good. */
async function readSettledPresets(work: Work): Promise<Set<string>> {
  const rows = await work.manager.query<{ preset: string }[]>(
    `SELECT preset FROM recurring_preset_dismissal WHERE campaign_id = $1
     UNION SELECT 'indicators' FROM recurring_rule WHERE campaign_id = $1 AND indicator_id IS NOT NULL
     UNION SELECT 'projects' FROM recurring_rule
       WHERE campaign_id = $1 AND (audience = 'project_units' OR title = $2)`,
    [work.campaignId, projectReport],
  );
  return new Set(rows.map(({ preset }) => preset));
}

/** One rule an indicator whose data are due on a day of the year, for the units that lead it in this campaign. */
function indicatorPreset(
  today: CivilDate,
  indicators: readonly IndicatorDefinition[],
  responsible: ReadonlyMap<string, Responsibility>,
): Preset {
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
        audience: 'indicator_leads',
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
    description:
      '每项指标一条规则，由每期交办时的牵头单位报送；单位和截止日取自“指标 → 责任单位”，保存前可改。',
    rules,
  };
}

function projectPreset(today: CivilDate): Preset {
  return {
    id: 'projects',
    name: projectReport,
    description: '当月有建设项目的各责任单位，次月 5 日前报送上月建设进度；以后才有项目的单位届时自动加入。',
    rules: [
      {
        ...usual,
        title: projectReport,
        description: '报送上月投资、形象进度、存在问题和下月计划。',
        recurrence: {
          ...{
            frequency: 'month',
            interval: 1,
            monthOffset: 1,
            on: { kind: 'day', day: 5 },
            roll: 'forward',
          },
          ...{ firstPeriod: periodOn('month', today).key, lastPeriod: null },
        },
        audience: 'project_units',
        unitIds: [],
        createAheadDays: 7,
        missed: 'all',
        requiredEvidence: ['report'],
      },
    ],
  };
}

/** Before its units were found anew each month, the rule was known by its title only. */
const projectReport = '建设项目月报';

const usual = {
  requiredEvidence: [],
  priority: 'normal',
  clauseId: null,
  indicatorId: null,
} satisfies Partial<RecurringRuleInput>;
