import type { LedgerKind } from '#campaign-pack';
import { showDecimal, showRatio, type Stage, thresholdFor } from '#indicator-engine';
import type { CivilDate } from '#kernel';
import { type Evaluation, type Figure, figuresOf, restsOnSchools } from '../indicators/indicators.module.js';
import type { LedgerData, LedgerReading } from './ledger-reading.js';

/** School data that have been evaluated. */
export interface EvaluatedSchools {
  readonly dataSetId: string;
  readonly asOf: CivilDate;
  readonly evaluation: Evaluation;
  /** Whether no row was left out: only then is a school that is not in the file no longer there. */
  readonly complete: boolean;
}

const stageNames: Readonly<Record<Stage, string>> = { primary: '小学', junior: '初中' };

/**
 * What an evaluated school table says to a kind whose entries are schools, or a school's indicators: 未达标 is above the
 * line, 达标 within it; 无数据 says nothing at all.
 */
export function schoolData(kind: LedgerKind, data: EvaluatedSchools): LedgerData {
  const { evaluation, complete } = data;
  const indicators = evaluation.standard.indicators.filter(({ id, ...rest }) =>
    kind.indicator === null ? restsOnSchools(rest) : id === kind.indicator,
  );
  const figures = indicators.flatMap(({ id }) => figuresOf(evaluation, id));
  const ofSchools = figures.filter(({ schoolCode }) => schoolCode !== null);
  const silent = new Set(
    ofSchools
      .filter(({ verdict }) => verdict === 'no_data' || verdict === 'error')
      .map((one) => keyOf(kind, one)),
  );
  return {
    kind: kind.id,
    asOf: data.asOf,
    sourceId: data.dataSetId,
    readings: ofSchools
      .filter(({ verdict }) => verdict === 'met' || verdict === 'unmet')
      .map((figure) => readingOf(kind, figure, evaluation)),
    tellsGone: ({ key }) => complete && !silent.has(key),
  };
}

function keyOf(kind: LedgerKind, { schoolCode, indicator, stage }: Figure): string {
  return kind.subject === 'school' ? (schoolCode ?? '') : [schoolCode, indicator, stage ?? ''].join('|');
}

function readingOf(kind: LedgerKind, figure: Figure, evaluation: Evaluation): LedgerReading {
  const { schoolCode, schoolName, stage, indicator, verdict } = figure;
  const code = schoolCode ?? '';
  const name = schoolName ?? code;
  const definition = evaluation.standard.indicators.find(({ id }) => id === indicator);
  const wanted = definition?.tests[0]?.local.flatMap(({ dueOn }) => dueOn ?? []) ?? [];
  const about = [name, stage === null ? '' : stageNames[stage], definition?.name ?? indicator];
  return {
    key: keyOf(kind, figure),
    subject: kind.subject === 'school' ? name : about.filter((part) => part !== '').join(' '),
    ...{ schoolCode: code, schoolName: name, stage, indicator },
    outcome: verdict === 'unmet' ? 'over' : 'within',
    ...numbersOf(figure, evaluation),
    category: null,
    wantedOn: wanted[0] ?? null,
  };
}

const digits = 4;

/** The figure and its line as numbers, where they are single numbers. */
function numbersOf(
  { schoolCode, stage, indicator }: Figure,
  { standard, result, schools }: Evaluation,
): Pick<LedgerReading, 'value' | 'line'> {
  const section = result.sections.find((each) => each.school === schoolCode && each.stage === stage);
  const figure = section && Object.values(section.indicators).find(({ id }) => id === indicator);
  if (figure) {
    return {
      value: figure.ratio && showRatio(figure.ratio, digits).replace(/\.?0+$/, ''),
      line: figure.threshold && showDecimal(figure.threshold.value),
    };
  }
  const test = standard.indicators.find(({ id }) => id === indicator)?.tests[0];
  const kind = schools.find(({ code }) => code === schoolCode)?.kind ?? null;
  const line = test ? thresholdFor(test.national, stage, kind) : null;
  const own = result.indicators.find((each) => each.indicator === indicator);
  const text = own?.schools.find(({ school }) => school === schoolCode)?.text ?? '';
  const [, number = null] = /^\D*(\d+)(?:\.0+)?\D*$/.exec(text) ?? [];
  return { value: number, line: line && showDecimal(line.value) };
}
