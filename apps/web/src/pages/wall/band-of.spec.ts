import { describe, expect, it } from '@jest/globals';
import { bandOf } from './band-of.js';

const phases = [
  { startsOn: '2021-04-01', endsOn: '2021-12-31' },
  { startsOn: '2022-01-01', endsOn: '2023-08-31' },
  { startsOn: null, endsOn: null },
];

describe('the band of phases', () => {
  it('gives each its share of days, and room to one without dates', () => {
    const { shares } = bandOf(phases, '2021-04-01');
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 1);
    expect(shares[2]).toBeGreaterThan(0.1);
  });

  it('puts today where it falls within its phase', () => {
    const first = bandOf(phases, '2021-04-01');
    expect(first.todayAt).toBeCloseTo((first.shares[0] ?? 0) * (0.5 / 275));
    const last = bandOf(phases, '2023-08-31');
    expect(last.todayAt).toBeCloseTo((last.shares[0] ?? 0) + (last.shares[1] ?? 0), 2);
  });

  it('draws no line outside the dated phases', () => {
    expect(bandOf(phases, '2021-03-31').todayAt).toBeNull();
    expect(bandOf(phases, '2023-09-01').todayAt).toBeNull();
    expect(bandOf([], '2023-09-01')).toEqual({ shares: [], todayAt: null });
  });
});
