import { stageNames } from './amounts.js';
import { indicatorOf } from './thresholds.js';
import { basisText, isWeak } from './trace.js';
import type { CountyResult, SectionResult, TraceStep } from './results.js';
import { conclusionNames, type Definition, type Stage, type Standard, verdictNames } from './types.js';

/** Why one figure is what it is. */
export interface Explanation {
  readonly title: string;
  /** 达标, 未达标, 无数据, … against the national line. */
  readonly verdict: string;
  /** Against the local target; null: there is none. */
  readonly localVerdict: string | null;
  /** Inputs with their cells, formula, parameters with basis and start, steps, verdict: in this order. */
  readonly steps: readonly TraceStep[];
  /** The same as lines of Chinese text. */
  readonly lines: readonly string[];
  /** Rests on a value that is still to be verified (待核). */
  readonly weak: boolean;
}

export interface ExplainQuery {
  readonly indicator: string;
  /** Code; null: the county's own figures. */
  readonly school: string | null;
  /** null: both stages. */
  readonly stage: Stage | null;
}

/**
 * Answers "why" for every figure of an evaluation: of one school when a code is given, else of the county.
 * @returns one explanation a figure; empty when the result holds no such figure
 * @example explain(result, standard, { indicator: 'C4', school: '4101000001', stage: null })[0]?.lines
 */
export function explain(result: CountyResult, standard: Standard, query: ExplainQuery): Explanation[] {
  const notes = definitionSteps(indicatorOf(standard, query.indicator)?.definitions ?? []);
  const found =
    query.school === null ? countyFigures(result, query) : schoolFigures(result, query, query.school);
  return found.map((each) => explanationOf({ ...each, steps: [...each.steps, ...notes] }));
}

/** Why a section is met, unmet or to be verified, by the school rule. */
export function explainSection(section: SectionResult): Explanation {
  return explanationOf({
    title: `${section.name} ${stageNames[section.stage]} 学校综合达标`,
    verdict: conclusionNames[section.verdict],
    localVerdict: section.localVerdict && conclusionNames[section.localVerdict],
    steps: section.trace,
  });
}

type Draft = Omit<Explanation, 'lines' | 'weak'>;

function schoolFigures(result: CountyResult, query: ExplainQuery, code: string): Draft[] {
  const excluded = result.excluded.filter((each) => each.school === code).map(exclusionDraft);
  const sections = result.sections
    .filter((each) => each.school === code && (query.stage === null || each.stage === query.stage))
    .flatMap((section) => figureDrafts(section, query.indicator));
  const own = result.indicators
    .flatMap((each) => each.schools)
    .filter((each) => each.school === code && each.indicator === query.indicator)
    .map((each) => ({
      title: `${each.name} ${each.indicator}`,
      verdict: verdictNames[each.verdict],
      localVerdict: each.localVerdict && verdictNames[each.localVerdict],
      steps: each.trace,
    }));
  return own.length > 0 ? own : [...excluded, ...sections];
}

function figureDrafts(section: SectionResult, indicator: string): Draft[] {
  return Object.values(section.indicators)
    .filter((figure) => figure.id === indicator)
    .map((figure) => ({
      title: `${section.name} ${stageNames[section.stage]} ${figure.id}`,
      verdict: verdictNames[figure.verdict],
      localVerdict: figure.localVerdict && verdictNames[figure.localVerdict],
      steps: figure.trace,
    }));
}

function exclusionDraft(each: CountyResult['excluded'][number]): Draft {
  const why: TraceStep = {
    kind: 'note',
    text: `不列入7项指标：${each.reason}`,
    cell: null,
    basis: each.basis,
  };
  return { title: each.name, verdict: conclusionNames.not_applicable, localVerdict: null, steps: [why] };
}

function countyFigures(result: CountyResult, query: ExplainQuery): Draft[] {
  const coefficients = result.coefficients
    .filter(
      (each) => each.indicator === query.indicator && (query.stage === null || each.stage === query.stage),
    )
    .map((each) => ({
      title: `${each.indicator} ${stageNames[each.stage]}校际差异系数`,
      verdict: verdictNames[each.verdict],
      localVerdict: null,
      steps: each.trace,
    }));
  const indicators = result.indicators.filter((each) => each.indicator === query.indicator);
  const tests = indicators.flatMap((each) =>
    each.tests.map((test) => ({
      title: `${each.name} ${test.name}`,
      verdict: verdictNames[test.verdict],
      localVerdict: test.localVerdict && verdictNames[test.localVerdict],
      steps: test.trace,
    })),
  );
  const bySchool = indicators
    .filter((each) => each.schools.length > 0)
    .map((each) => ({
      title: each.name,
      verdict: verdictNames[each.verdict],
      localVerdict: each.localVerdict && verdictNames[each.localVerdict],
      steps: each.schools.map((school): TraceStep => ({
        kind: 'step',
        text: `${school.name}：${verdictNames[school.verdict]}，${school.reason ?? school.text}`,
        cell: null,
        basis: null,
      })),
    }));
  return [...coefficients, ...tests, ...bySchool];
}

function definitionSteps(definitions: readonly Definition[]): TraceStep[] {
  return definitions.map((each) => ({
    kind: 'note',
    text: `口径：${each.text}（自${each.basis.since}起，${basisText(each.basis)}）`,
    cell: null,
    basis: each.basis,
  }));
}

const kindNames: Readonly<Record<TraceStep['kind'], string>> = {
  input: '输入',
  formula: '公式',
  parameter: '标准',
  step: '计算',
  verdict: '判定',
  note: '说明',
};

function explanationOf(draft: Draft): Explanation {
  const lines = draft.steps.map(
    ({ kind, text, cell }) => `${kindNames[kind]}：${text}${cell === null ? '' : `（${cell}）`}`,
  );
  const weak = draft.steps.some(({ basis }) => basis !== null && isWeak(basis));
  return { ...draft, lines, weak };
}
