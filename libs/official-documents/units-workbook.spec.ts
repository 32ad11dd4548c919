import { expect, test } from '@jest/globals';
import { rateText } from './units-workbook.js';

test('R-57 a rate stands beside its count, and says when it rests on fewer than five tasks', () => {
  const said = ([numerator, denominator]: readonly [number, number]) => rateText({ numerator, denominator });
  expect(
    (
      [
        [0, 0],
        [2, 3],
        [4, 4],
        [4, 5],
        [7, 12],
      ] as const
    ).map(said),
  ).toEqual(['—', '67%（2/3，样本少）', '100%（4/4，样本少）', '80%（4/5）', '58%（7/12）']);
});
