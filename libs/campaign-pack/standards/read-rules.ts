import {
  type DatedRule,
  type DatedRules,
  type Definition,
  ruleIds,
  type SchoolKind,
  type ScopeRule,
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
