import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import type { TaskGap } from '../../tasks/tasks.module.js';
import type { DataSetRow } from '../school-imports.dto.js';
import { checkLine } from './check-gaps.js';
import type { Figure } from './figures-of.js';

const gap: TaskGap = {
  taskId: 't',
  indicator: 'C4',
  schoolCode: '1',
  schoolName: '第一小学',
  stage: 'primary',
  dataSetId: '5',
  asOf: civilDate('2022-09-01'),
  figure: '4.000 ㎡/生',
  line: '≥ 4.5 ㎡/生',
  lacking: '缺 50 ㎡',
};
const dataSet = (asOf: string, id: string) => ({ asOf, id }) as DataSetRow;
const figure = (verdict: Figure['verdict'], text = '4.600 ㎡/生'): Figure => ({
  ...gap,
  verdict,
  figure: text,
  reason: null,
});

describe('a gap of the school tables', () => {
  test.each([
    ['met by newer data', dataSet('2022-09-10', '9'), figure('met'), 'agrees'],
    ['still below by newer data', dataSet('2022-09-10', '9'), figure('unmet'), 'contradicts'],
    [
      'still below by data of the same day that came later',
      dataSet('2022-09-01', '9'),
      figure('unmet'),
      'contradicts',
    ],
    ['beside its own data set', dataSet('2022-09-01', '5'), figure('unmet'), 'no_newer_data'],
    ['beside older data that came later', dataSet('2022-08-01', '9'), figure('met'), 'no_newer_data'],
    ['of a school that newer data leave out', dataSet('2022-09-10', '9'), undefined, 'no_data'],
    ['without a figure in newer data', dataSet('2022-09-10', '9'), figure('no_data'), 'no_data'],
    ['without any data', null, undefined, 'no_data'],
  ] as const)('%s', (_, newest, found, state) => {
    const line = checkLine(gap, newest, found);
    expect(line.state).toBe(state);
    expect(line.newFigure).toBe(state === 'no_newer_data' ? null : (found?.figure ?? null));
  });
});

describe('a gap of the county', () => {
  const county: TaskGap = { ...gap, schoolCode: null, schoolName: null, stage: null, dataSetId: null };
  test.each([
    ['met', '达标', 'agrees'],
    ['unmet', county.figure, 'no_newer_data'],
    ['unmet', '4.100 ㎡/生', 'contradicts'],
    ['no_data', '无数据', 'no_data'],
  ] as const)('that is %s with %s', (verdict, text, state) => {
    expect(checkLine(county, null, figure(verdict, text)).state).toBe(state);
  });
});
