import { type CivilDate, DomainError, formatDateShort } from '#kernel';
import type {
  DatedIndicator,
  DatedRule,
  DatedTest,
  PlaceStandard,
  RuleId,
  StandardCatalogue,
} from './catalogue.js';
import type { Decimal } from './decimal.js';
import { fingerprintOf } from './fingerprint.js';
import type {
  IndicatorDefinition,
  IndicatorTest,
  Parameter,
  RuleParameters,
  Standard,
  Threshold,
} from './types.js';

/**
 * The standard in force on one date in one place: of each value the newest that had begun.
 *
 * What begins later leaves no trace in the result, so a later announcement never changes an earlier evaluation.
 * @param place id of a place of the catalogue, or null for the national line alone
 * @throws DomainError `malformed` for an unknown place and for a date before there was a standard
 * @example standardAsOf(catalogue, 'qinxian', civilDate('2026-09-01')).placeName // '山西省沁县'
 */
export function standardAsOf(catalogue: StandardCatalogue, place: string | null, date: CivilDate): Standard {
  if (date < catalogue.since) {
    throw unusable(
      `${formatDateShort(date)}还没有评估标准，标准自${formatDateShort(catalogue.since)}起施行。`,
    );
  }
  const local = placeOf(catalogue, place);
  const indicators = begun(catalogue.indicators, date);
  const content = {
    place,
    placeName: local?.name ?? null,
    indicators: indicators.map((each) => definitionOf(each, catalogue, local, date)),
    vetoes: begun(catalogue.vetoes, date),
    scope: corrected(catalogue.scope, local?.scope ?? [], date),
    specialCases: corrected(catalogue.specialCases, local?.specialCases ?? [], date),
    rules: rulesOf(corrected(catalogue.rules, local?.rules ?? [], date), date),
  };
  return { ...content, asOf: date, fingerprint: fingerprintOf(content) };
}

function placeOf(catalogue: StandardCatalogue, place: string | null): PlaceStandard | undefined {
  if (place === null) return undefined;
  const found = catalogue.places.find((each) => each.id === place);
  if (found) return found;
  const known = catalogue.places.map((each) => `${each.id}（${each.name}）`).join('、');
  throw unusable(`没有“${place}”的地方标准；现有：${known}。`);
}

function definitionOf(
  indicator: DatedIndicator,
  catalogue: StandardCatalogue,
  local: PlaceStandard | undefined,
  date: CivilDate,
): IndicatorDefinition {
  const ofIndicator = (each: { readonly indicator: string }): boolean => each.indicator === indicator.id;
  return {
    ...indicator,
    tests: indicator.tests.map((test) => testOf(indicator.id, test, local, date)),
    points: begun(catalogue.points.filter(ofIndicator), date),
    definitions: corrected(catalogue.definitions, local?.definitions ?? [], date).filter(ofIndicator),
  };
}

function testOf(
  indicator: string,
  test: DatedTest,
  local: PlaceStandard | undefined,
  date: CivilDate,
): IndicatorTest {
  const { thresholds, ...rest } = test;
  const targets = (local?.targets ?? []).filter(
    (each) => each.indicator === indicator && each.test === test.id,
  );
  const inForce = (all: readonly Threshold[]): Threshold[] => [
    ...newest(all, date, (each) => `${each.stage ?? ''}/${each.kinds.join()}`).values(),
  ];
  return { ...rest, national: inForce(thresholds), local: inForce(targets) };
}

function rulesOf(inForce: readonly DatedRule[], date: CivilDate): RuleParameters {
  const rule = (id: RuleId): Parameter<Decimal> => {
    const found = inForce.find((each) => each.id === id);
    if (found) return found;
    throw unusable(`${formatDateShort(date)}的评估规则缺少“${id}”的数值。`);
  };
  return {
    minimumMet: rule('minimum-met'),
    floor: rule('floor'),
    coefficientLimit: { primary: rule('coefficient-primary'), junior: rule('coefficient-junior') },
    weights: {
      primary: rule('weight-primary'),
      junior: rule('weight-junior'),
      senior: rule('weight-senior'),
    },
    secondaryWeights: { junior: rule('secondary-junior'), senior: rule('secondary-senior') },
    classesPerRoom: rule('classes-per-room'),
    smallSchool: rule('small-school'),
    largeClass: rule('large-class'),
    oversizeClass: rule('oversize-class'),
  };
}

function begun<T extends Based>(values: readonly T[], date: CivilDate): T[] {
  return values.filter((value) => value.basis.since <= date);
}

/** National values with a place's corrections laid over them, whichever is the newer. */
function corrected<T extends Based & { readonly id: string }>(
  national: readonly T[],
  local: readonly T[],
  date: CivilDate,
): T[] {
  const id = (value: T): string => value.id;
  return [...new Map([...newest(national, date, id), ...newest(local, date, id)]).values()];
}

interface Based {
  readonly basis: { readonly since: CivilDate };
}

/** Of the values that had begun, the newest of each key; of two that begin on one day the later written. */
function newest<T extends Based>(
  values: readonly T[],
  date: CivilDate,
  key: (value: T) => string,
): Map<string, T> {
  const chosen = new Map<string, T>();
  for (const value of begun(values, date)) {
    const other = chosen.get(key(value));
    if (other === undefined || value.basis.since >= other.basis.since) chosen.set(key(value), value);
  }
  return chosen;
}

function unusable(detail: string): DomainError {
  return new DomainError('malformed', { detail });
}
