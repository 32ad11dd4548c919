import { describe, expect, test } from '@jest/globals';
import { FaultPoints } from './fault-points.js';

/** Which of five passes of two points failed. */
async function passes(faults: FaultPoints): Promise<string[]> {
  const failed: string[] = [];
  for (const pass of [1, 2, 3, 4, 5])
    for (const point of ['before-commit', 'mid-batch'])
      await faults.reach(point).catch((error: Error) => failed.push(`${pass}: ${error.message}`));
  return failed;
}

describe('FaultPoints', () => {
  test('without a fault nothing happens at any point', async () => {
    expect(await passes(new FaultPoints(undefined))).toEqual([]);
  });

  test('throws at the n-th pass of its point and only there', async () => {
    expect(await passes(new FaultPoints('mid-batch:3:throw'))).toEqual(['3: fault at mid-batch']);
  });

  test('a point that does not exist is never reached', async () => {
    expect(await passes(new FaultPoints('elsewhere:1:throw'))).toEqual([]);
  });
});
