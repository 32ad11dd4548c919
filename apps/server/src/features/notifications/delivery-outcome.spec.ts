import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFailure, retryDelayMs, settle } from './delivery-outcome.js';

describe('readFailure', () => {
  const failure = (responseCode?: number, command = 'RCPT TO') => ({ message: 'm', responseCode, command });

  it.each([
    ['a mailbox that is busy', failure(450), false, 'deferred'],
    ['a mailbox that does not exist', failure(550), false, 'refused'],
    ['a message refused after it was read', failure(554, 'DATA'), true, 'refused'],
    ['a message deferred after it was read', failure(451, 'DATA'), true, 'deferred'],
    ['a service that closes', failure(421), false, 'unreachable'],
    ['a session out of order', failure(503), false, 'unreachable'],
    ['a sender the server does not take', failure(550, 'MAIL FROM'), false, 'unreachable'],
    ['a password the server does not take', failure(535, 'AUTH LOGIN'), false, 'unreachable'],
    ['no answer before the message was read', failure(undefined, 'CONN'), false, 'unreachable'],
    ['no answer after the message was read', failure(undefined, 'CONN'), true, 'uncertain'],
  ])('%s', (_, error, handedOver, kind) => {
    expect(readFailure(error, handedOver)).toEqual({ kind, reason: 'm' });
  });
});

describe('settle (T09)', () => {
  const reason = 'r';

  it('R-17 what may have arrived stays uncertain, whatever a later attempt is told', () => {
    for (const kind of ['deferred', 'unreachable', 'uncertain'] as const)
      expect(settle({ kind, reason }, 2, 0, true).status).toBe('uncertain');
    expect(settle({ kind: 'accepted' }, 2, 0, true).status).toBe('sent');
  });

  it('says sent only when the server accepted the message (R-17)', () => {
    expect(settle({ kind: 'accepted' }, 8, 0)).toEqual({ status: 'sent' });
    for (const kind of ['refused', 'deferred', 'unreachable', 'uncertain'] as const) {
      expect(settle({ kind, reason }, 1, 0).status).not.toBe('sent');
    }
  });

  it.each([
    ['refused', 1, 'dead'],
    ['deferred', 7, 'queued'],
    ['deferred', 8, 'dead'],
    ['uncertain', 7, 'uncertain'],
    ['uncertain', 8, 'dead'],
    ['unreachable', 100, 'queued'],
  ] as const)('%s at attempt %d → %s', (kind, attempt, status) => {
    expect(settle({ kind, reason }, attempt, 0.5)).toMatchObject({ status, lastError: 'r' });
  });

  it('T09 an outage, however long, leaves a mailbox half of its attempts', () => {
    expect(settle({ kind: 'unreachable', reason }, 2, 0.5)).toMatchObject({ attempts: 2 });
    expect(settle({ kind: 'unreachable', reason }, 100, 0.5)).toMatchObject({ attempts: 4 });
    expect(settle({ kind: 'deferred', reason }, 5, 0.5)).not.toHaveProperty('attempts');
  });

  it('waits between half and one and a half times min(2^k · 30 s, 1 h)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const middle = Math.min(2 ** attempt * 30_000, 3_600_000);
          expect(retryDelayMs(attempt, random)).toBeGreaterThanOrEqual(middle / 2);
          expect(retryDelayMs(attempt, random)).toBeLessThanOrEqual(middle * 1.5);
        },
      ),
    );
  });
});
