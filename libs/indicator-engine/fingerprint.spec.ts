import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf } from './fingerprint.js';

describe('a fingerprint', () => {
  test('is SHA-256 over the content as sorted JSON, and stays so for ever', () => {
    expect(fingerprintOf({ b: 1, a: [1n, null, '中'] })).toBe(fingerprintOf({ a: [1n, null, '中'], b: 1 }));
    expect(fingerprintOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('does not depend on the order of keys, however deep', () => {
    const value = fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.integer()));
    fc.assert(
      fc.property(value, (content) => {
        const turned = Object.fromEntries(
          Object.entries(content)
            .toReversed()
            .map(([key, inner]) => [key, Object.fromEntries(Object.entries(inner).toReversed())]),
        );
        expect(fingerprintOf(turned)).toBe(fingerprintOf(content));
      }),
    );
  });

  test('depends on every value and on the order of lists', () => {
    const prints = [{ a: 1 }, { a: 1n }, { a: '1' }, { a: null }, { b: 1 }, { a: [1, 2] }, { a: [2, 1] }];
    expect(new Set(prints.map(fingerprintOf)).size).toBe(prints.length);
  });

  test('takes a key without a value as no key', () => {
    expect(fingerprintOf({ a: 1, cells: undefined })).toBe(fingerprintOf({ a: 1 }));
  });
});
