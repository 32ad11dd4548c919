import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ledgerActions, type LedgerFacts, ledgerStates, ledgerStep } from './ledger-state.js';

const facts: LedgerFacts = {
  state: 'open',
  openedBy: null,
  appliedBy: null,
  recheckedBy: null,
  actorId: 'handler',
  note: '已分班',
  missingEvidence: [],
  ground: 'solved',
  byData: true,
  outcome: 'over',
};

describe('closing is earned', () => {
  it('waits for data after the leader confirmed', () => {
    const rechecked = {
      ...facts,
      state: 'rechecked',
      appliedBy: 'a',
      recheckedBy: 'b',
      actorId: 'c',
    } as const;
    expect(ledgerStep('confirm', rechecked)).toEqual({ to: 'unit_closed' });
    expect(ledgerStep('confirm', { ...rechecked, outcome: 'within' })).toEqual({ to: 'closed' });
    expect(ledgerStep('confirm', { ...rechecked, outcome: 'gone' })).toEqual({ to: 'unit_closed' });
    expect(ledgerStep('confirm', { ...rechecked, outcome: 'gone', ground: 'gone' })).toEqual({
      to: 'closed',
    });
    expect(ledgerStep('confirm', { ...rechecked, byData: false, outcome: null })).toEqual({ to: 'closed' });
  });

  it('asks for evidence and a note', () => {
    expect(ledgerStep('apply', { ...facts, missingEvidence: ['roster'] })).toEqual({
      refusal: 'evidence_missing',
    });
    expect(ledgerStep('apply', { ...facts, note: ' ' })).toEqual({ refusal: 'note_required' });
  });

  it('lets only a class the data no longer know be closed as gone', () => {
    expect(ledgerStep('apply', { ...facts, ground: 'gone' })).toEqual({ refusal: 'rule_refused' });
    expect(ledgerStep('apply', { ...facts, ground: 'gone', outcome: 'gone' })).toEqual({ to: 'applied' });
  });

  it('keeps opener, applicant, re-checker and confirmer apart, and closes only by confirming', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.constantFrom(...ledgerStates),
        fc.constantFrom(...ledgerActions),
        fc.option(person),
        fc.option(person),
        fc.option(person),
        person,
        (state, action, openedBy, appliedBy, recheckedBy, actorId) => {
          const answer = ledgerStep(action, { ...facts, state, openedBy, appliedBy, recheckedBy, actorId });
          if (!('to' in answer)) return;
          if (action === 'apply') expect(actorId).not.toBe(openedBy);
          if (action === 'recheck') expect(actorId).not.toBe(appliedBy);
          if (action === 'confirm') expect([appliedBy, recheckedBy]).not.toContain(actorId);
          if (answer.to === 'closed' || answer.to === 'unit_closed') expect(action).toBe('confirm');
        },
      ),
    );
  });
});
