import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showDecimal, standardAsOf } from '#indicator-engine';
import { civilDate } from '#kernel';
import { loadStandards, PackError, standardsDirectory } from '../index.js';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function own(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'junheng-own-'));
  made.push(directory);
  writeFileSync(join(directory, 'a.yaml'), text);
  return directory;
}

const reply = 'documents:\n  - { id: reply, title: 答复, checkedOn: 2026-01-01, authority: official }\n';
const floor = 'rules:\n  - { id: floor, value: 0.9, since: 2021-01-01, document: reply, clause: 一 }\n';

describe('a county’s own folder beside the program', () => {
  test('R-69 corrects its place from its start on, whatever the folder is called', () => {
    const text = `place: { id: xinmi, name: 新密 }\n${reply}${floor}`;
    const catalogue = loadStandards(standardsDirectory(), own(text));
    const floorOn = (place: string, day: string): string =>
      showDecimal(standardAsOf(catalogue, place, civilDate(day)).rules.floor.value);
    expect([floorOn('xinmi', '2020-12-31'), floorOn('xinmi', '2021-01-01')]).toEqual(['0.85', '0.9']);
    expect(floorOn('gulou', '2026-01-01')).toBe('0.85');
    expect(catalogue.places.find(({ id }) => id === 'xinmi')?.targets.length).toBeGreaterThan(5);
  });

  test('adds a place the program does not know', () => {
    const text = `place: { id: other, name: 另一县 }\n${reply}${floor}`;
    const places = loadStandards(standardsDirectory(), own(text)).places.map(({ id }) => id);
    expect(places).toEqual(['gulou', 'puyang', 'qinxian', 'xinmi', 'other']);
  });

  test('tells all its faults at once, with the line', () => {
    const text = `place: { id: xinmi, name: 新密 }\n${reply}${floor.replace('0.9', 'x')}targets:\n  - { indicator: C99, test: a }\nspecialCases:\n  - { id: a, indicator: C1, name: 甲, condition: 乙, effect: limit, since: 2021-01-01, document: reply, clause: 一 }\n`;
    try {
      loadStandards(standardsDirectory(), own(text));
      throw new Error('nothing was refused');
    } catch (error) {
      const lines = error instanceof PackError ? error.faults.map(({ line }) => line) : [];
      expect(new Set(lines)).toEqual(new Set([5, 7, 9]));
    }
    expect(() => loadStandards(standardsDirectory(), '/nonexistent/here')).toThrow('没有这个文件夹');
  });
});
