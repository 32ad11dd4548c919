import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumOfDecimals } from './decimal-sum.js';

test.each([
  [['20745.87', '62063.51', '16200', '17760'], '116769.38'],
  [['0.1', '0.2'], '0.3'],
  [['0.05', '0.005'], '0.055'],
  [['12', '30'], '42'],
  [['0.50', '0.50'], '1.00'],
  [[], '0'],
])('%p = %s', (texts, sum) => {
  expect(sumOfDecimals(texts)).toBe(sum);
});

test('adds cents as whole numbers do', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (cents) => {
      const texts = cents.map(
        (value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`,
      );
      const total = cents.reduce((sum, value) => sum + value, 0);
      const expected = `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}`;
      expect(sumOfDecimals(texts)).toBe(cents.length > 0 ? expected : '0');
    }),
  );
});
