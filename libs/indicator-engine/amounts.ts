import {
  type Decimal,
  multiplyRatios,
  parseDecimal,
  type Ratio,
  ratioOf,
  showDecimal,
  sumRatios,
  wholeRatio,
} from './decimal.js';
import { addExtra, type AppliedCase } from './special-cases.js';
import { inputStep, parameterStep, shortText, step } from './trace.js';
import type { Amount, TraceStep } from './results.js';
import type { Parameter, ResourceIndicator, SchoolRecord, Stage, Standard } from './types.js';

export const stageNames: Readonly<Record<Stage, string>> = { primary: '小学', junior: '初中' };
type Part = 'primary' | 'junior' | 'senior';
const partNames: Readonly<Record<Part, string>> = { ...stageNames, senior: '高中' };

const sources = {
  C1: { field: 'aboveDegree', name: '高于规定学历教师数', unit: '人', shared: false },
  C2: { field: 'backbone', name: '县级以上骨干教师数', unit: '人', shared: false },
  C3: { field: 'arts', name: '体育、艺术专任教师数', unit: '人', shared: false },
  C4: { field: 'roomArea', name: '教学及辅助用房面积', unit: '㎡', shared: true },
  C5: { field: 'sportsArea', name: '体育运动场馆面积', unit: '㎡', shared: true },
  C6: { field: 'equipment', name: '教学仪器设备值', unit: '万元', shared: true },
  C7: { field: 'networkRooms', name: '网络多媒体教室数', unit: '间', shared: true },
} as const satisfies Record<ResourceIndicator, unknown>;

/** C6 stands in 万元 in the file and is judged in 元. */
const yuanPerTenThousand = wholeRatio(10_000);
const one: Ratio = wholeRatio(1);

/**
 * What a school has in one stage of one resource. Rooms, grounds, equipment and multimedia rooms of an integrated
 * school are split by weighted pupils (facts to be verified: data of the standard); teachers are counted by stage.
 * @param cases special cases registered for the school that add to this resource
 * @returns the exact amount, or why there is none; a blank is 无数据, never 0
 * @example amountOf(school, 'primary', 'C4', standard) // { state: 'value', amount: 9711.63…, share: 166/397, … }
 */
export function amountOf(
  school: SchoolRecord,
  stage: Stage,
  indicator: ResourceIndicator,
  standard: Standard,
  cases: readonly AppliedCase[] = [],
): Amount {
  const source = sources[indicator];
  const text = source.shared ? school[source.field] : school[source.field][stage];
  const path = source.shared ? source.field : `${source.field}.${stage}`;
  const trace = [
    inputStep(
      `${source.name}：${text ?? '无数据'}${text === null ? '' : ` ${source.unit}`}`,
      school.cells?.[path],
    ),
  ];
  if (text === null) return { state: 'no_data', reason: `${source.name}无数据`, trace };
  const decimal = parseDecimal(text);
  if (decimal === null || decimal.units < 0n) {
    return { state: 'error', reason: `${source.name}“${text}”不是 0 以上的数`, trace };
  }
  const listed = indicator === 'C6' ? multiplyRatios(ratioOf(decimal), yuanPerTenThousand) : ratioOf(decimal);
  if (indicator === 'C6') trace.push(step('step', `折合 ${shortText(listed, 2)} 元`));
  const whole = addExtra(listed, cases, source.unit, trace);
  if (!source.shared) return { state: 'value', amount: whole, share: one, trace };
  return sharedAmount(school, stage, whole, standard, trace);
}

function sharedAmount(
  school: SchoolRecord,
  stage: Stage,
  whole: Ratio,
  standard: Standard,
  trace: readonly TraceStep[],
): Amount {
  const share = shareOf(school, stage, standard);
  if (share === null) return { state: 'value', amount: whole, share: one, trace };
  if (share.state === 'no_data') return { ...share, trace: [...trace, ...share.trace] };
  const amount = multiplyRatios(whole, share.share);
  const result = `${stageNames[stage]}部 ${shortText(whole, 2)} × ${shortText(share.share, 6)} = ${shortText(amount, 2)}`;
  return { ...share, amount, trace: [...trace, ...share.trace, step('step', result)] };
}

type Share =
  | { readonly state: 'value'; readonly share: Ratio; readonly trace: readonly TraceStep[] }
  | { readonly state: 'no_data'; readonly reason: string; readonly trace: readonly TraceStep[] };

/**
 * The part of an integrated school's shared resources that belongs to one stage; null for other schools.
 * @example shareOf(nineYear, 'primary', standard) // 166 and 210 pupils: 1660/3970
 */
export function shareOf(school: SchoolRecord, stage: Stage, standard: Standard): Share | null {
  const weights = weightsOf(school, standard);
  if (weights === null) return null;
  const trace: TraceStep[] = [];
  const weighted = new Map<Part, Ratio>();
  for (const [part, weight] of weights) {
    const pupils = school.students[part];
    const text = pupils === null ? '无数据' : `${pupils} 人`;
    trace.push(inputStep(`${partNames[part]}在校生：${text}`, school.cells?.[`students.${part}`]));
    if (pupils === null) {
      return { state: 'no_data', reason: `${partNames[part]}在校生数无数据，无法分摊`, trace };
    }
    trace.push(parameterStep(`${partNames[part]}生折算系数`, weight));
    weighted.set(part, multiplyRatios(wholeRatio(pupils), ratioOf(weight.value)));
  }
  return { ...quotient(stage, weighted), trace: [...trace, splitStep(school, stage, weights)] };
}

function quotient(stage: Stage, weighted: ReadonlyMap<Part, Ratio>): { state: 'value'; share: Ratio } {
  const total = sumRatios([...weighted.values()]);
  const own = weighted.get(stage) ?? wholeRatio(0);
  // Without any pupils nothing is shared: the section is 不适用 anyway.
  if (total.numerator === 0n) return { state: 'value', share: wholeRatio(0) };
  return {
    state: 'value',
    share: {
      numerator: own.numerator * total.denominator,
      denominator: own.denominator * total.numerator,
    },
  };
}

type Weights = readonly (readonly [Part, Parameter<Decimal>])[];

function weightsOf(school: SchoolRecord, standard: Standard): Weights | null {
  const { weights, secondaryWeights } = standard.rules;
  const nineYear: Weights = [
    ['primary', weights.primary],
    ['junior', weights.junior],
  ];
  if (school.kind === 'nine_year') return nineYear;
  if (school.kind === 'twelve_year') return [...nineYear, ['senior', weights.senior]];
  if (school.kind !== 'complete_secondary') return null;
  return [
    ['junior', secondaryWeights.junior],
    ['senior', secondaryWeights.senior],
  ];
}

function splitStep(school: SchoolRecord, stage: Stage, weights: Weights): TraceStep {
  const term = ([part, weight]: readonly [Part, Parameter<Decimal>]): string =>
    `${showDecimal(weight.value)}×${school.students[part]}`;
  const own = weights.filter(([part]) => part === stage).map(term);
  return step(
    'formula',
    `${stageNames[stage]}部分摊比例 = ${own.join('')} ÷ (${weights.map(term).join(' + ')})`,
  );
}
