import { parseDecimal, type Ratio, ratioOf, reduceRatio, showDecimal, sumRatios } from './decimal.js';
import { judge, looksContradictory } from './thresholds.js';
import { inputStep, shown, step, thresholdStep } from './trace.js';
import type { TestResult, TraceStep } from './results.js';
import { type IndicatorTest, type Term, type Threshold, type Verdict, verdictNames } from './types.js';

export type FigureOf = (key: string) => { readonly text: string | null; readonly cell?: string | undefined };

/**
 * A quotient of sums of figures against its lines. A figure that is missing makes it 无数据; a denominator of 0
 * makes it 不适用, with the reason (R-67).
 * @example evaluateRatio(test, (key) => ({ text: inputs[key] ?? null }), national, local).text // '10.000'
 */
export function evaluateRatio(
  test: IndicatorTest,
  figureOf: FigureOf,
  national: Threshold | null,
  local: Threshold | null,
): TestResult {
  const terms = [...test.numerator, ...test.denominator];
  const trace = terms.map((term) => {
    const { text, cell } = figureOf(term.key);
    return inputStep(`${term.name}：${text ?? '无数据'}`, cell);
  });
  const missing = terms.filter((term) => figureOf(term.key).text === null);
  if (missing.length > 0) {
    const names = [...new Set(missing.map((term) => term.name))].join('、');
    return withoutValue(test, 'no_data', `缺少：${names}`, trace);
  }
  const bad = terms.find((term) => !isCount(figureOf(term.key).text));
  if (bad) {
    return withoutValue(test, 'error', `${bad.name}“${figureOf(bad.key).text}”不是 0 以上的数`, trace);
  }
  const [over, under] = [sumOf(test.numerator, figureOf), sumOf(test.denominator, figureOf)];
  if (over.numerator < 0n) return withoutValue(test, 'error', `${sumText(test.numerator)}小于0`, trace);
  if (test.denominator.length === 0) return judgedValue(test, over, national, local, trace);
  const names = test.denominator.map((term) => term.name).join('、');
  if (under.numerator === 0n) return withoutValue(test, 'not_applicable', `${names}为0，没有分母`, trace);
  if (under.numerator < 0n) return withoutValue(test, 'error', `${names}相减小于0`, trace);
  const value = {
    numerator: over.numerator * under.denominator * test.factor.units,
    denominator: over.denominator * under.numerator * 10n ** BigInt(test.factor.scale),
  };
  return judgedValue(test, reduceRatio(value), national, local, trace);
}

/** A value that is already known, such as a number of pupils, against its lines. */
export function judgedValue(
  test: IndicatorTest,
  value: Ratio,
  national: Threshold | null,
  local: Threshold | null,
  trace: readonly TraceStep[],
): TestResult {
  if (national === null) return withoutValue(test, 'not_applicable', '该日期没有标准值', trace);
  const contradictory = looksContradictory(value, national);
  const verdict = judge(value, national);
  const text = shown(value);
  return {
    id: test.id,
    name: test.name,
    verdict,
    localVerdict: local && judge(value, local),
    value,
    text,
    threshold: national,
    localThreshold: local,
    reason: contradictory ? '显示的三位小数与判定看似矛盾，判定按精确值' : null,
    trace: [
      ...trace,
      step('formula', formulaText(test)),
      step('step', `${test.name} = ${text} ${test.unit}`),
      thresholdStep('国家标准', national, test.unit),
      ...(local ? [thresholdStep('本地目标', local, test.unit)] : []),
      step('verdict', `国家标准：${verdictNames[verdict]}`),
      ...(local ? [step('verdict', `本地目标：${verdictNames[judge(value, local)]}`)] : []),
    ],
  };
}

export function withoutValue(
  test: Pick<IndicatorTest, 'id' | 'name'>,
  verdict: Exclude<Verdict, 'met' | 'unmet'>,
  reason: string,
  trace: readonly TraceStep[],
): TestResult {
  return {
    id: test.id,
    name: test.name,
    verdict,
    localVerdict: null,
    value: null,
    text: verdictNames[verdict],
    threshold: null,
    localThreshold: null,
    reason,
    trace: [...trace, step('verdict', `${verdictNames[verdict]}：${reason}`)],
  };
}

/** The formula in words: 甲 ÷（乙 − 丙）× 100. */
export function formulaText(test: IndicatorTest): string {
  const over = sumText(test.numerator);
  if (over === '') return test.name;
  if (test.denominator.length === 0) return over;
  const factor = showDecimal(test.factor);
  return `${over} ÷ ${sumText(test.denominator)}${factor === '1' ? '' : ` × ${factor}`}`;
}

function sumText(terms: readonly Term[]): string {
  const text = terms
    .map((term, index) => `${index === 0 ? '' : term.sign === 1 ? ' + ' : ' − '}${term.name}`)
    .join('');
  return terms.length > 1 ? `（${text}）` : text;
}

function sumOf(terms: readonly Term[], figureOf: FigureOf): Ratio {
  return sumRatios(
    terms.map((term) => {
      const { numerator, denominator } = ratioOf(parseDecimal(figureOf(term.key).text ?? '0') ?? zero);
      return { numerator: BigInt(term.sign) * numerator, denominator };
    }),
  );
}

const zero = { units: 0n, scale: 0 };

function isCount(text: string | null): boolean {
  const decimal = text === null ? null : parseDecimal(text);
  return decimal !== null && decimal.units >= 0n;
}
