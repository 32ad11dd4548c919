import {
  type CaseEffect,
  type Decimal,
  type DatedRule,
  type DatedRules,
  type Definition,
  ruleIds,
  type SchoolKind,
  type ScopeRule,
  type SpecialCase,
} from '#indicator-engine';
import type { EntryReader } from '../entry-reader.js';
import { decimalOf, type StandardReading } from './standard-reading.js';

export const kinds: readonly SchoolKind[] = [
  'primary',
  'teaching_point',
  'junior',
  'nine_year',
  'twelve_year',
  'complete_secondary',
  'special',
];

/** What nation and place may both date and correct: numbers, scope, definitions. */
export function readRules(reading: StandardReading): DatedRules {
  return {
    rules: reading.each('rules', '规则', (entry) => readRule(entry, reading)),
    scope: reading.each('scope', '范围规则', (entry) => readScope(entry, reading)),
    definitions: reading.each('definitions', '口径', (entry) => readDefinition(entry, reading)),
    specialCases: reading.each('specialCases', '特殊情形', (entry) => readSpecialCase(entry, reading)),
  };
}

function readRule(entry: EntryReader, reading: StandardReading): DatedRule {
  const basis = reading.basis(entry);
  return {
    id: entry.oneOf('id', ruleIds),
    value: decimalOf(entry.decimal('value')),
    since: basis.since,
    basis,
  };
}

function readScope(entry: EntryReader, reading: StandardReading): ScopeRule {
  const below = entry.optionalDecimal('studentsBelow');
  return {
    id: entry.text('id'),
    outcome: entry.oneOf('outcome', ['in', 'out']),
    kinds: reading.manyOf(entry, 'kinds', kinds),
    founder: entry.optionalOneOf('founder', ['public', 'private']),
    studentsBelow: below === null ? null : decimalOf(below),
    reason: entry.text('reason'),
    basis: reading.basis(entry),
  };
}

function readDefinition(entry: EntryReader, reading: StandardReading): Definition {
  return {
    id: entry.text('id'),
    indicator: reading.reference(entry, 'indicator', 'indicator'),
    text: entry.text('text'),
    basis: reading.basis(entry),
  };
}

function readSpecialCase(entry: EntryReader, reading: StandardReading): SpecialCase {
  const number = (key: string): Decimal | null => {
    const text = entry.optionalDecimal(key);
    return text === null ? null : decimalOf(text);
  };
  const effect = entry.oneOf('effect', ['limit', 'rooms', 'add']);
  const limit = number('limit');
  const indicator = reading.reference(entry, 'indicator', 'indicator');
  if ((effect === 'limit') !== (limit !== null))
    entry.fault('limit', '“limit”只在 effect 是 limit 时写，也必须写');
  if (!indicatorsOf[effect].includes(indicator))
    entry.fault('indicator', `effect 是 ${effect} 的特殊情形只能用于 ${indicatorsOf[effect].join('、')}`);
  return {
    id: entry.text('id'),
    indicator,
    name: entry.text('name'),
    condition: entry.text('condition'),
    effect,
    limit,
    kinds: reading.manyOf(entry, 'kinds', kinds),
    locale: entry.optionalOneOf('locale', ['urban', 'town', 'rural']),
    studentsFrom: number('studentsFrom'),
    studentsBelow: number('studentsBelow'),
    basis: reading.basis(entry),
  };
}

/** Teachers and grounds can be added to, rooms counted, the size of a school limited; other effects have no meaning. */
const indicatorsOf: Readonly<Record<CaseEffect, readonly string[]>> = {
  limit: ['C11'],
  rooms: ['C10'],
  add: ['C3', 'C5'],
};
