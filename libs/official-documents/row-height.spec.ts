import { describe, expect, it } from '@jest/globals';
import { rowHeight } from './row-height.js';

describe('rowHeight', () => {
  it.each([
    [['short'], [13], 19],
    [['市自然资源和规划局'], [13], 32],
    [['一行\n两行\n三行'], [13], 45],
    [[''], [13], 19],
    [['短', '落实生均公用经费达到标准'], [13, 9], 45],
  ])('%j in columns of %j is %d points high', (texts, widths, points) => {
    expect(rowHeight(texts, widths)).toBe(points);
  });
});
