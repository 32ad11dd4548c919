import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showDecimal } from '#indicator-engine';
import { loadStandards, PackError, type PackFault, packIds, standardsDirectory } from '../index.js';

const shipped = loadStandards(standardsDirectory());

function countsOf(values: readonly string[]): [string, number][] {
  return [...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]);
}

describe('the standard that comes with the program', () => {
  test('has C1–C31, 社会认可度, six vetoes and 41 evaluation points', () => {
    const ids = shipped.indicators.map(({ id }) => id);
    expect(ids).toEqual([...Array.from({ length: 31 }, (_, index) => `C${index + 1}`), 'approval']);
    expect(shipped.vetoes).toHaveLength(6);
    expect(countsOf(shipped.points.map(({ indicator }) => indicator))).toEqual([
      ['C8', 5],
      ['C17', 6],
      ['C25', 7],
      ['C27', 4],
      ['C28', 6],
      ['C29', 7],
      ['C30', 6],
    ]);
  });

  test('has 7 indicators of resources, 15 of guarantee, 9 of quality', () => {
    expect(countsOf(shipped.indicators.map(({ group }) => group))).toEqual([
      ['resources', 7],
      ['guarantee', 15],
      ['quality', 9],
      ['approval', 1],
    ]);
  });

  test.each([
    ['C1', '4.2', '5.3'],
    ['C2', '1', '1'],
    ['C3', '0.9', '0.9'],
    ['C4', '4.5', '5.8'],
    ['C5', '7.5', '10.2'],
    ['C6', '2000', '2500'],
    ['C7', '2.3', '2.4'],
  ])('%s asks %s of primary and %s of junior schools', (id, primary, junior) => {
    const lines = shipped.indicators.find((each) => each.id === id)?.tests[0]?.thresholds ?? [];
    expect(lines.map((each) => [each.stage, each.operator, showDecimal(each.value)])).toEqual([
      ['primary', '≥', primary],
      ['junior', '≥', junior],
    ]);
  });

  test('asks two parts of C18, C22 and C31, and “below 0.15” strictly', () => {
    const tests = (id: string): string[] =>
      shipped.indicators.find((each) => each.id === id)?.tests.map((each) => each.method) ?? [];
    expect([tests('C18'), tests('C22'), tests('C31')]).toEqual([
      ['ratio', 'ratio'],
      ['judged', 'ratio'],
      ['ratio', 'ratio'],
    ]);
    const c31 = shipped.indicators.find((each) => each.id === 'C31');
    expect(c31?.tests[1]?.thresholds.map((each) => each.operator)).toEqual(['<']);
  });

  test('R-70 every value has a start, a document, a clause and a last-checked date', () => {
    const bases = [
      ...shipped.indicators.flatMap((each) =>
        each.tests.flatMap((one) => one.thresholds.map(({ basis }) => basis)),
      ),
      ...[...shipped.rules, ...shipped.scope, ...shipped.definitions, ...shipped.points].map(
        ({ basis }) => basis,
      ),
      ...shipped.places.flatMap((place) => place.targets.map(({ basis }) => basis)),
    ];
    expect(bases.length).toBeGreaterThan(100);
    for (const basis of bases) {
      expect([basis.document, basis.clause, basis.since, basis.checkedOn].every(Boolean)).toBe(true);
      expect(basis.checkedOn >= basis.since).toBe(true);
    }
  });

  test('marks weights, the 6-of-7 rule, special cases and the degree list as to be verified', () => {
    const weak = new Set(
      shipped.rules.filter(({ basis }) => basis.authority !== 'official').map(({ id }) => id),
    );
    expect(weak).toEqual(
      new Set([
        'minimum-met',
        'floor',
        'weight-primary',
        'weight-junior',
        'weight-senior',
        'secondary-junior',
        'secondary-senior',
        'large-class',
        'oversize-class',
      ]),
    );
    const degrees = shipped.definitions.filter(({ id }) => id.startsWith('degrees'));
    expect(degrees.map(({ basis }) => basis.authority)).toEqual(['practice', 'practice']);
    const scope = shipped.scope.map(({ id, basis }) => [id, basis.authority]);
    expect(scope).toEqual(shipped.scope.map(({ id }) => [id, 'mirror']));
  });

  test('knows four places', () => {
    expect(shipped.places.map(({ id, name }) => [id, name])).toEqual([
      ['gulou', '河南省开封市鼓楼区'],
      ['puyang', '河南省濮阳市'],
      ['qinxian', '山西省沁县'],
      ['xinmi', '河南省新密市'],
    ]);
  });

  test('every indicator names who answers for it', () => {
    for (const each of shipped.indicators) expect([each.id, each.lead.length]).toEqual([each.id, 1]);
  });

  test('no file is longer than 120 lines', () => {
    for (const folder of readdirSync(standardsDirectory())) {
      for (const file of readdirSync(join(standardsDirectory(), folder))) {
        const lines = readFileSync(join(standardsDirectory(), folder, file), 'utf8').split('\n').length;
        expect([file, lines <= 121]).toEqual([file, true]);
      }
    }
  });

  test('is no campaign pack', () => {
    expect(packIds()).toEqual(['xinmi']);
  });
});

const national: Readonly<Record<string, string>> = {
  'national/a.yaml': [
    'documents:',
    '  - { id: act, title: 某办法, checkedOn: 2026-01-01, authority: official }',
    'indicators:',
    '  - { id: C1, name: 教师, group: resources, level: school, type: computed, direction: up, lead: [教育局], cycle: census, since: 2017-04-19, document: act, clause: C1 }',
    'tests:',
    '  - { indicator: C1, id: ratio, name: 比, method: resource, unit: 人, factor: 100, numerator: [{ key: aboveDegree, name: 教师数 }] }',
    'thresholds:',
    '  - { indicator: C1, test: ratio, stage: primary, operator: ≥, value: 4.2, since: 2017-04-19, document: act, clause: C1 }',
    '',
  ].join('\n'),
  'national/rules.yaml': [
    'rules:',
    ...[
      'minimum-met',
      'floor',
      'coefficient-primary',
      'coefficient-junior',
      'weight-primary',
      'weight-junior',
      'weight-senior',
      'secondary-junior',
      'secondary-senior',
      'classes-per-room',
      'small-school',
      'large-class',
      'oversize-class',
    ].map((id) => `  - { id: ${id}, value: 1, since: 2017-04-19, document: act, clause: 一 }`),
    '',
  ].join('\n'),
  'place/a.yaml': [
    'place: { id: place, name: 某县 }',
    'targets:',
    '  - { indicator: C1, test: ratio, stage: primary, operator: ≥, value: 5, since: 2020-01-01, document: plan, clause: 二 }',
    'documents:',
    '  - { id: plan, title: 某县方案, checkedOn: 2026-01-01, authority: official }',
    '',
  ].join('\n'),
};

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'junheng-standards-'));
  made.push(directory);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Faults after one text of one file was replaced. */
function faultsWith(file: string, from: string, to: string): readonly PackFault[] {
  const text = national[file] ?? '';
  expect(text).toContain(from);
  try {
    loadStandards(folderOf({ ...national, [file]: text.replace(from, to) }));
  } catch (error) {
    if (error instanceof PackError) return error.faults;
    throw error;
  }
  return [];
}

describe('a standard of a few files', () => {
  test('is read as one whole: documents may stand after what rests on them, and in every file', () => {
    const catalogue = loadStandards(folderOf(national));
    expect(catalogue.since).toBe('2017-04-19');
    expect(catalogue.places[0]?.targets[0]).toMatchObject({
      value: { units: 5n, scale: 0 },
      basis: { document: '某县方案' },
    });
    expect(catalogue.indicators[0]?.tests[0]?.thresholds[0]).toMatchObject({
      value: { units: 42n, scale: 1 },
      basis: { document: '某办法', clause: 'C1', since: '2017-04-19', checkedOn: '2026-01-01' },
    });
  });

  test.each([
    ['value: 4.2', 'value: 4,2', 'national/a.yaml', 8],
    ['value: 4.2, since: 2017-04-19', 'value: 4.2', 'national/a.yaml', 8],
    ['value: 4.2, since: 2017-04-19', 'value: 4.2, since: 2017-02-30', 'national/a.yaml', 8],
    ['value: 4.2, since: 2017-04-19, document: act', 'value: 4.2, since: 2017-04-19', 'national/a.yaml', 8],
    [
      'value: 4.2, since: 2017-04-19, document: act',
      'value: 4.2, since: 2017-04-19, document: none',
      'national/a.yaml',
      8,
    ],
    [', clause: C1 }\n', ' }\n', 'national/a.yaml', 4],
    ['test: ratio', 'test: other', 'national/a.yaml', 8],
    ['operator: ≥', 'operator: ">="', 'national/a.yaml', 8],
    ['stage: primary', 'stage: senior', 'national/a.yaml', 8],
    ['stage: primary', 'kinds: [kindergarten]', 'national/a.yaml', 8],
    ['method: resource', 'method: guess', 'national/a.yaml', 6],
    ['factor: 100', 'faktor: 100', 'national/a.yaml', 6],
    ['key: aboveDegree', 'kye: aboveDegree', 'national/a.yaml', 6],
    ['authority: official', 'authority: rumour', 'national/a.yaml', 2],
    ['thresholds:', 'tresholds:', 'national/a.yaml', 7],
  ])('R-70 refuses “%s” written as “%s”, with file and line', (from, to, file, line) => {
    expect(faultsWith('national/a.yaml', from, to)).toEqual(
      expect.arrayContaining([expect.objectContaining({ file, line })]),
    );
  });

  test('refuses an indicator without a test, twice the same one, and a missing rule', () => {
    expect(
      faultsWith(
        'national/a.yaml',
        'tests:',
        'points: []\ndefinitions: []\nscope: []\nvetoes: []\ntests: []\nother:',
      ),
    ).not.toEqual([]);
    const twice = `${national['national/a.yaml']}`.split('\n')[3] ?? '';
    expect(faultsWith('national/a.yaml', twice, `${twice}\n${twice}`)[0]?.message).toBe('指标“C1”写了两次');
    const without = '  - { id: floor, value: 1, since: 2017-04-19, document: act, clause: 一 }\n';
    expect(faultsWith('national/rules.yaml', without, '')[0]?.message).toContain('缺少规则“floor”');
    const later = faultsWith(
      'national/rules.yaml',
      'floor, value: 1, since: 2017-04-19',
      'floor, value: 1, since: 2017-04-20',
    );
    expect(later[0]?.message).toContain('缺少规则“floor”');
  });

  test('refuses a place whose id is not its folder, without a name, or with a target for nothing', () => {
    expect(faultsWith('place/a.yaml', 'id: place', 'id: elsewhere')[0]?.message).toBe(
      '编号应与文件夹同名：place',
    );
    expect(faultsWith('place/a.yaml', 'place: { id: place, name: 某县 }', '')[0]?.message).toContain(
      '没有写明地方',
    );
    expect(faultsWith('place/a.yaml', 'indicator: C1', 'indicator: C99')[0]).toMatchObject({
      file: 'place/a.yaml',
      line: 3,
    });
    expect(faultsWith('place/a.yaml', 'targets:', 'thresholds:')).not.toEqual([]);
  });

  test('reports all faults of all files in one run', () => {
    try {
      loadStandards(
        folderOf({
          ...national,
          'national/a.yaml': (national['national/a.yaml'] ?? '').replace('4.2', 'x').replace('factor', 'f'),
          'place/a.yaml': (national['place/a.yaml'] ?? '').replace('value: 5', 'value: y'),
        }),
      );
      throw new Error('nothing was refused');
    } catch (error) {
      const files = error instanceof PackError ? error.faults.map(({ file, line }) => `${file}:${line}`) : [];
      expect(files).toEqual(
        expect.arrayContaining(['national/a.yaml:6', 'national/a.yaml:8', 'place/a.yaml:3']),
      );
    }
  });
});
