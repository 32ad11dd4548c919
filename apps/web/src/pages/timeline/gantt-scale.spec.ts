import { describe, expect, test } from '@jest/globals';
import { axisOver, barOf, zooms } from './gantt-scale.js';

const dates = ['2021-04-01', '2022-09-15', '2023-08-31'];

describe('the axis', () => {
  test('ticks and years cover it without gap, whatever the zoom', () => {
    for (const zoom of zooms) {
      const axis = axisOver(dates, zoom);
      for (const stretches of [axis.ticks, axis.years]) {
        let at = 0;
        for (const { left, width } of stretches) {
          expect(left).toBeCloseTo(at, 6);
          at += width;
        }
        expect(at).toBeCloseTo(100, 6);
      }
      expect(axis.at('2021-04-01')).toBeGreaterThanOrEqual(0);
      expect(axis.at('2023-08-31')).toBeLessThan(100);
    }
  });

  test('names its stretches', () => {
    const labels = (zoom: 'month' | 'quarter' | 'year') =>
      axisOver(dates, zoom).ticks.map(({ label }) => label);
    expect(labels('year')).toEqual(['2021年', '2022年', '2023年', '2024年']);
    expect(labels('quarter').slice(0, 4)).toEqual(['2季度', '3季度', '4季度', '1季度']);
    expect(labels('month').slice(0, 2)).toEqual(['4月', '5月']);
    expect(axisOver(dates, 'month').years.map(({ label }) => label)).toEqual(['2021年', '2022年', '2023年']);
  });

  test('one day alone still has an axis', () => {
    expect(axisOver(['2022-12-31'], 'year').ticks).toHaveLength(2);
  });
});

test('a bar covers its last day too, and is never too narrow to be seen', () => {
  const axis = axisOver(dates, 'year');
  const width = (from: string, to: string) => Number.parseFloat(barOf(axis, from, to).width);
  expect(width('2022-01-01', '2022-12-31')).toBeCloseTo((365 / axis.days) * 100, 6);
  expect(width('2022-01-01', '2022-01-01')).toBeGreaterThan(0);
});
