import { expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../database/actor.js';
import { type EntryFacts, entryOffers, mayNameSchool, mayOpen } from './ledger.policy.js';

const actor = (accountId: string, role: Role, unitId: string | null = null): Actor => ({
  accountId,
  role,
  unitId,
  name: accountId,
  unitName: unitId,
});
const handler = actor('handler', 'handler', 'education');
const township = actor('town', 'handler', 'township');
const stranger = actor('stranger', 'head', 'police');
const office = actor('office', 'government_office');
const supervision = actor('supervision', 'supervision_office');
const kind = { recheckedBy: 'supervision_office', confirmedBy: 'government_office' } as const;
const entry: EntryFacts = {
  state: 'open',
  unitId: 'education',
  townshipId: 'township',
  openedBy: null,
  appliedBy: null,
  recheckedBy: null,
};

test('the unit and the township work on it, another office re-checks, and the government office confirms', () => {
  expect(entryOffers(handler, entry, kind)).toEqual(['report', 'plan', 'apply', 'upload']);
  expect(entryOffers(township, entry, kind)).toEqual(['report', 'plan', 'apply', 'upload']);
  expect(entryOffers(stranger, entry, kind)).toEqual([]);
  expect(entryOffers(office, entry, kind)).toEqual(['plan']);
  const applied = { ...entry, state: 'applied', appliedBy: 'handler' } as const;
  expect(entryOffers(supervision, applied, kind)).toEqual(['return', 'recheck']);
  expect(entryOffers(office, applied, kind)).toEqual([]);
  expect(entryOffers(handler, applied, kind)).toEqual([]);
  const rechecked = { ...applied, state: 'rechecked', recheckedBy: 'supervision' } as const;
  expect(entryOffers(office, rechecked, kind)).toEqual(['return', 'confirm']);
  expect(entryOffers(supervision, { ...rechecked, state: 'closed' }, kind)).toEqual(['reopen']);
});

test('whoever opened an entry does not ask to close it, and an applicant does not check it', () => {
  expect(entryOffers(handler, { ...entry, openedBy: 'handler' }, kind)).not.toContain('apply');
  const own = actor('handler', 'supervision_office', 'education');
  expect(entryOffers(own, { ...entry, state: 'applied', appliedBy: 'handler' }, kind)).toEqual([]);
});

test('problems are opened by the offices, counts also by whom they are about, the rest by data', () => {
  expect(mayOpen(handler, { subject: 'problem' }, entry)).toBe(false);
  expect(mayOpen(supervision, { subject: 'problem' }, entry)).toBe(true);
  expect(mayOpen(township, { subject: 'count' }, entry)).toBe(true);
  expect(mayOpen(stranger, { subject: 'count' }, entry)).toBe(false);
  expect(mayOpen(office, { subject: 'class' }, entry)).toBe(false);
});

test('people of a township name the schools in it, and those of no known township; the others name any', () => {
  expect(mayNameSchool(township, 'township', 'township')).toBe(true);
  expect(mayNameSchool(township, 'township', null)).toBe(true);
  expect(mayNameSchool(township, 'township', 'another')).toBe(false);
  expect(mayNameSchool(handler, 'department', 'another')).toBe(true);
  expect(mayNameSchool(office, undefined, 'another')).toBe(true);
});
