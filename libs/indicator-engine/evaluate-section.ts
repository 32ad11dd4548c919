import {
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratioOf,
  reduceRatio,
  showDecimal,
  wholeRatio,
} from './decimal.js';
import { stageNames } from './amounts.js';
import { basisText, inputStep, parameterStep, shortText, shown, step, thresholdStep } from './trace.js';
import { judge, looksContradictory, mainTest, reaches, thresholdFor } from './thresholds.js';
import type { FigureResult, Section, SectionResult, TraceStep } from './results.js';
import {
  conclusionNames,
  type Conclusion,
  type IndicatorTest,
  type ResourceIndicator,
  resourceIndicators,
  type RuleParameters,
  type Standard,
  type Threshold,
  type Verdict,
  verdictNames,
} from './types.js';

/**
 * Judges one section by the school rule: at least 6 of 7 at the line and the rest at least at 85 % of it.
 *
 * One figure without data leaves the section 待核实: neither met nor unmet (R-67).
 * @example evaluateSection(section, standard).missed // ['C4']
 */
export function evaluateSection(section: Section, standard: Standard): SectionResult {
  const entries = resourceIndicators.map((id) => [id, evaluateFigure(section, id, standard)] as const);
  const figures = entries.map(([, figure]) => figure);
  const conclusion = schoolRule(
    figures.map((each) => ({ verdict: each.verdict, floorMet: each.floorMet })),
    standard.rules,
  );
  const local = figures.map((figure) => localView(figure, standard.rules));
  const hasLocal = figures.some((each) => each.localVerdict !== null);
  const reason = reasonOf(figures, conclusion);
  return {
    school: section.school.code,
    name: section.school.name,
    stage: section.stage,
    students: section.students,
    indicators: Object.fromEntries(entries) as SectionResult['indicators'],
    verdict: conclusion,
    localVerdict: hasLocal ? schoolRule(local, standard.rules) : null,
    missed: figures.filter((each) => each.verdict === 'unmet').map((each) => each.id),
    reason,
    trace: ruleTrace(figures, conclusion, reason, standard.rules),
  };
}

interface Judged {
  readonly verdict: Verdict;
  readonly floorMet: boolean | null;
}

function schoolRule(figures: readonly Judged[], rules: RuleParameters): Conclusion {
  const missing = figures.some(({ verdict }) => verdict === 'no_data' || verdict === 'error');
  if (missing) return 'to_verify';
  if (figures.every(({ verdict }) => verdict === 'not_applicable')) return 'not_applicable';
  const met = figures.filter(({ verdict }) => verdict === 'met').length;
  const enough = reaches(wholeRatio(met), '≥', ratioOf(rules.minimumMet.value));
  const floors = figures.every(({ verdict, floorMet }) => verdict === 'met' || floorMet === true);
  return enough && floors ? 'met' : 'unmet';
}

/** Without a local target the national line stands in, so that the local conclusion is about the whole school. */
function localView(figure: FigureResult, rules: RuleParameters): Judged {
  if (figure.localVerdict === null || figure.localThreshold === null) return figure;
  const floorMet = figure.ratio === null ? null : reachesFloor(figure.ratio, figure.localThreshold, rules);
  return { verdict: figure.localVerdict, floorMet };
}

/**
 * Judges one resource indicator of one section.
 * @example evaluateFigure(section, 'C1', standard).ratioText // '4.200'
 */
export function evaluateFigure(section: Section, id: ResourceIndicator, standard: Standard): FigureResult {
  const test = mainTest(standard, id);
  const amount = section.amounts[id];
  const { students } = section;
  const pupils = inputStep(
    `${stageNames[section.stage]}在校生：${students === null ? '无数据' : `${students} 人`}`,
    section.school.cells?.[`students.${section.stage}`],
  );
  const trace = [...amount.trace, pupils];
  if (!test) return without(id, section, 'not_applicable', '该日期的标准没有这项指标', trace);
  if (students === 0) return without(id, section, 'not_applicable', '本学段在校生为0，没有分母', trace);
  if (amount.state !== 'value') return without(id, section, amount.state, amount.reason, trace);
  if (students === null) return without(id, section, 'no_data', '本学段在校生数无数据', trace);
  if (!Number.isSafeInteger(students) || students < 0) {
    return without(id, section, 'error', `在校生数“${students}”不是 0 以上的整数`, trace);
  }
  const ratio = reduceRatio({
    numerator: amount.amount.numerator * test.factor.units,
    denominator: amount.amount.denominator * 10n ** BigInt(test.factor.scale) * BigInt(students),
  });
  return judged({ section, id, test, amount: amount.amount, students, ratio, trace }, standard);
}

interface Computed {
  readonly section: Section;
  readonly id: ResourceIndicator;
  readonly test: IndicatorTest;
  readonly amount: Ratio;
  readonly students: number;
  readonly ratio: Ratio;
  readonly trace: readonly TraceStep[];
}

function judged(computed: Computed, standard: Standard): FigureResult {
  const { section, id, test, amount, students, ratio } = computed;
  const threshold = thresholdFor(test.national, section.stage, section.school.kind);
  const localThreshold = thresholdFor(test.local, section.stage, section.school.kind);
  if (threshold === null) {
    return without(id, section, 'not_applicable', '该日期没有本学段的标准值', computed.trace);
  }
  const contradictory = looksContradictory(ratio, threshold);
  return {
    id,
    verdict: judge(ratio, threshold),
    localVerdict: localThreshold && judge(ratio, localThreshold),
    reason: contradictory ? '显示的三位小数与判定看似矛盾，判定按精确值' : null,
    amount,
    students,
    ratio,
    ratioText: shown(ratio),
    threshold,
    localThreshold,
    floorMet: reachesFloor(ratio, threshold, standard.rules),
    contradictory,
    trace: [...computed.trace, ...figureTrace(computed, threshold, localThreshold, standard.rules)],
  };
}

function reachesFloor(ratio: Ratio, threshold: Threshold, rules: RuleParameters): boolean {
  return compareRatios(ratio, multiplyRatios(ratioOf(threshold.value), ratioOf(rules.floor.value))) >= 0;
}

function figureTrace(
  computed: Computed,
  threshold: Threshold,
  local: Threshold | null,
  rules: RuleParameters,
): TraceStep[] {
  const { test, amount, students, ratio } = computed;
  const factor = showDecimal(test.factor);
  const times = factor === '1' ? '' : ` × ${factor}`;
  const name = test.numerator[0]?.name ?? test.name;
  const floor = multiplyRatios(ratioOf(threshold.value), ratioOf(rules.floor.value));
  const verdict = judge(ratio, threshold);
  const below = reachesFloor(ratio, threshold, rules) ? '不低于' : '低于';
  return [
    step('formula', `${name} ÷ 在校生数${times}`),
    step('step', `${shortText(amount, 2)} ÷ ${students}${times} = ${shown(ratio)} ${test.unit}`),
    thresholdStep('国家标准', threshold, test.unit),
    ...(local ? [thresholdStep('本地目标', local, test.unit)] : []),
    parameterStep('余项下限比例', rules.floor),
    step('verdict', `国家标准：${verdictNames[verdict]}；${below}标准的下限 ${shortText(floor, 4)}`),
    ...(local ? [step('verdict', `本地目标：${verdictNames[judge(ratio, local)]}`)] : []),
  ];
}

function without(
  id: ResourceIndicator,
  section: Section,
  verdict: 'no_data' | 'not_applicable' | 'error',
  reason: string,
  trace: readonly TraceStep[],
): FigureResult {
  return {
    id,
    verdict,
    localVerdict: null,
    reason,
    amount: null,
    students: section.students,
    ratio: null,
    ratioText: verdictNames[verdict],
    threshold: null,
    localThreshold: null,
    floorMet: null,
    contradictory: false,
    trace: [...trace, step('verdict', `${verdictNames[verdict]}：${reason}`)],
  };
}

function reasonOf(figures: readonly FigureResult[], conclusion: Conclusion): string | null {
  if (conclusion === 'to_verify') {
    const open = figures.filter(({ verdict }) => verdict === 'no_data' || verdict === 'error');
    return `待核实：${open.map((each) => `${each.id}${each.reason ?? ''}`).join('；')}`;
  }
  if (conclusion === 'not_applicable') return figures[0]?.reason ?? null;
  const missed = figures.filter(({ verdict }) => verdict === 'unmet');
  if (missed.length === 0) return null;
  return missed.map((each) => `${each.id}${each.floorMet ? '未达标但不低于下限' : '低于下限'}`).join('；');
}

function ruleTrace(
  figures: readonly FigureResult[],
  conclusion: Conclusion,
  reason: string | null,
  rules: RuleParameters,
): TraceStep[] {
  const met = figures.filter(({ verdict }) => verdict === 'met').length;
  return [
    step('formula', `7项中至少${showDecimal(rules.minimumMet.value)}项达标，其余不低于标准的下限比例`),
    parameterStep('至少达标项数', rules.minimumMet),
    parameterStep('余项下限比例', rules.floor),
    step('step', `达标 ${met} 项${reason === null ? '' : `；${reason}`}`),
    step('verdict', `${conclusionNames[conclusion]}（依据${basisText(rules.minimumMet.basis)}）`),
  ];
}
