import {
  type DatedIndicator,
  type DatedPoint,
  type DatedTest,
  type IndicatorTest,
  type LocalTarget,
  type Term,
  type VetoDefinition,
} from '#indicator-engine';
import type { EntryReader } from '../entry-reader.js';
import { kinds } from './read-rules.js';
import { decimalOf, type StandardReading } from './standard-reading.js';

const methods = [
  'resource',
  'rooms',
  'school_size',
  'class_size',
  'small_school',
  'ratio',
  'judged',
] as const satisfies readonly IndicatorTest['method'][];

interface OwnTest extends Omit<DatedTest, 'thresholds'> {
  readonly indicator: string;
}

/** The indicators with their tests, and every test with the thresholds of all dates. */
export function readIndicators(reading: StandardReading): DatedIndicator[] {
  const heads = reading.each('indicators', '指标', (entry) => readIndicator(entry, reading));
  const tests = reading.each('tests', '测算', (entry) => readTest(entry, reading));
  const thresholds = reading.each('thresholds', '标准值', (entry) => readTarget(entry, reading));
  return heads.map((head) => ({
    ...head,
    tests: tests
      .filter((test) => test.indicator === head.id)
      .map(({ indicator, ...test }) => ({
        ...test,
        thresholds: thresholds.filter((each) => each.indicator === indicator && each.test === test.id),
      })),
  }));
}

/** A threshold of the nation or a target of a place: one shape. */
export function readTarget(entry: EntryReader, reading: StandardReading): LocalTarget {
  const basis = reading.basis(entry);
  return {
    ...reading.testOf(entry),
    operator: entry.oneOf('operator', ['≥', '≤', '<', '=']),
    value: decimalOf(entry.decimal('value')),
    stage: entry.optionalOneOf('stage', ['primary', 'junior']),
    kinds: reading.manyOf(entry, 'kinds', kinds),
    dueOn: entry.optionalDate('dueOn'),
    since: basis.since,
    basis,
  };
}

export function readPoints(reading: StandardReading): DatedPoint[] {
  return reading.each('points', '评估要点', (entry) => ({
    id: reading.newId(entry, 'point'),
    indicator: reading.reference(entry, 'indicator', 'indicator'),
    text: entry.text('text'),
    basis: reading.basis(entry),
  }));
}

export function readVetoes(reading: StandardReading): VetoDefinition[] {
  return reading.each('vetoes', '一票否决项', (entry) => ({
    id: reading.newId(entry, 'veto'),
    name: entry.text('name'),
    basis: reading.basis(entry),
  }));
}

function readTest(entry: EntryReader, reading: StandardReading): OwnTest {
  const indicator = reading.reference(entry, 'indicator', 'indicator');
  const id = entry.text('id');
  reading.note(entry, 'id', 'test', `${indicator}/${id}`);
  return {
    indicator,
    id,
    name: entry.text('name'),
    method: entry.oneOf('method', methods),
    unit: entry.optionalText('unit') ?? '',
    numerator: readTerms(entry, 'numerator'),
    denominator: readTerms(entry, 'denominator'),
    factor: decimalOf(entry.optionalDecimal('factor') ?? '1'),
    kinds: reading.manyOf(entry, 'kinds', kinds),
  };
}

function readTerms(entry: EntryReader, key: string): Term[] {
  return entry.entries(key, '计算项').map((term) => {
    const unit = term.optionalText('unit');
    const read: Term = {
      key: term.text('key'),
      name: term.text('name'),
      sign: term.flag('subtract') ? -1 : 1,
      ...(unit === null ? {} : { unit }),
      ...(term.flag('fraction') ? { fraction: true } : {}),
    };
    term.finish();
    return read;
  });
}

function readIndicator(entry: EntryReader, reading: StandardReading): Omit<DatedIndicator, 'tests'> {
  return {
    id: reading.newId(entry, 'indicator'),
    name: entry.text('name'),
    group: entry.oneOf('group', ['resources', 'guarantee', 'quality', 'approval']),
    level: entry.oneOf('level', ['school', 'county']),
    type: entry.oneOf('type', ['computed', 'counted', 'judged']),
    direction: entry.oneOf('direction', ['up', 'down', 'none']),
    lead: entry.texts('lead'),
    support: entry.texts('support'),
    cycle: entry.oneOf('cycle', ['census', 'fiscal', 'yearly', 'evidence']),
    basis: reading.basis(entry),
  };
}
