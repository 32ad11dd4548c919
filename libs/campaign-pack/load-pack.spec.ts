import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type CampaignPack, loadPack, PackError, type PackFault } from './index.js';

const plan: Readonly<Record<string, string>> = {
  'pack.yaml': 'pack: { id: sample, name: 某县创建, place: 某县 }\n',
  'sources.yaml': [
    'documents:',
    '  - { id: plan, title: 某县方案, issuer: 某县人民政府, issuedOn: 2021-04-06 }',
    'groups:',
    '  - { id: group-1, document: plan, number: 三（一）, title: 经费 }',
    'clauses:',
    '  - { id: clause-1, document: plan, number: 三（一）1, title: 公用经费, group: group-1 }',
    '',
  ].join('\n'),
  'units.yaml': [
    'units:',
    '  - { id: finance, name: 财政局, shortName: 财政局, kind: department, aliases: [财政], clause: clause-1 }',
    'duties:',
    '  - { id: duty-1, unit: finance, text: 足额安排经费, clause: clause-1 }',
    '',
  ].join('\n'),
  'targets.yaml': [
    'targets:',
    '  - id: fund',
    '    kind: money',
    '    name: 生均公用经费',
    '    operator: ≥',
    '    value: 850.00',
    '    unit: 元',
    '    dueOn: 2023-12-31',
    '    clause: clause-1',
    '',
  ].join('\n'),
};

describe('a pack of several files', () => {
  test('is read as one whole, each entry with its clause and document', () => {
    const pack = load();
    expect(pack).toMatchObject({ id: 'sample', name: '某县创建', place: '某县', members: null });
    expect(pack.units).toEqual([
      {
        id: 'finance',
        name: '财政局',
        shortName: '财政局',
        kind: 'department',
        namePending: false,
        aliases: ['财政'],
        order: 1,
        clause: 'clause-1',
        document: 'plan',
      },
    ]);
    expect(pack.targets[0]).toMatchObject({
      value: '850.00',
      dueOn: '2023-12-31',
      measure: null,
      document: 'plan',
    });
  });

  test('has a fingerprint of its content, not of its files', () => {
    const { 'units.yaml': units, ...others } = plan;
    const elsewhere = { ...others, 'zz.yaml': `# a comment\n${units}` };
    expect(load().fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(load(elsewhere).fingerprint).toBe(load().fingerprint);
    expect(load(changed('targets.yaml', '850.00', '850')).fingerprint).not.toBe(load().fingerprint);
  });
});

describe('is refused with file, line and a Chinese sentence:', () => {
  test.each<[string, string, string, string, number, string]>([
    [
      'an unknown key',
      'targets.yaml',
      '    unit: 元',
      '    unit: 元\n    colour: 红',
      8,
      '目标值里有不认识的名称“colour”',
    ],
    ['an unknown section', 'pack.yaml', 'pack:', 'packs: []\npack:', 1, '文件里有不认识的名称“packs”'],
    [
      'a duplicate key',
      'targets.yaml',
      '    unit: 元',
      '    unit: 元\n    unit: 万元',
      8,
      '同一项里有重复的名称',
    ],
    [
      'a date that does not exist',
      'targets.yaml',
      '2023-12-31',
      '2023-02-29',
      8,
      '“dueOn”的内容“2023-02-29”不对：应是日期，应写成 2022-03-05 这样真实存在的日期',
    ],
    ['a number written otherwise', 'targets.yaml', '850.00', '850元', 6, '“value”的内容“850元”不对：应是数'],
    [
      'a word that is not in the list',
      'targets.yaml',
      'kind: money',
      'kind: cash',
      3,
      '“kind”的内容“cash”不对：应是indicator、quantity、ratio、date、money 之一',
    ],
    ['a missing value', 'targets.yaml', '    unit: 元\n', '', 2, '目标值缺少“unit”'],
    ['an empty value', 'targets.yaml', 'name: 生均公用经费', 'name:', 4, '“name”应是不为空的文字'],
    [
      'a value without basis',
      'targets.yaml',
      '    clause: clause-1\n',
      '',
      2,
      '没有写明依据条款（clause），不能采用',
    ],
    ['a clause that is not there', 'targets.yaml', 'clause-1', 'clause-9', 9, '没有编号为“clause-9”的条款'],
    [
      'a document that is not there',
      'sources.yaml',
      'id: clause-1, document: plan',
      'id: clause-1, document: law',
      6,
      '没有编号为“law”的文件',
    ],
    ['a unit that is not there', 'units.yaml', 'unit: finance', 'unit: tax', 4, '没有编号为“tax”的单位'],
    [
      'a reference to another kind',
      'units.yaml',
      'unit: finance',
      'unit: clause-1',
      4,
      '没有编号为“clause-1”的单位',
    ],
    ['a duty of nobody', 'units.yaml', 'unit: finance, ', '', 4, '职责应写明 unit 或 appliesTo 其中之一'],
    ['an id used twice', 'targets.yaml', 'id: fund', 'id: finance', 2, '编号“finance”已用于另一单位'],
    [
      'an id that is no id',
      'targets.yaml',
      'id: fund',
      'id: 经费',
      2,
      '编号“经费”只能用小写字母、数字和短横线',
    ],
    ['a list that is none', 'targets.yaml', '  - id: fund\n   ', '  id: fund\n ', 2, '“targets”应是列表'],
    [
      'a list entry that is none',
      'units.yaml',
      'duties:',
      'duties:\n  - 足额安排经费',
      4,
      '“duties”里的每一项应是“名称: 内容”的形式',
    ],
    ['a file that is no YAML', 'pack.yaml', '}', '', 2, '格式有误，无法读取'],
    ['a file that is a list', 'pack.yaml', 'pack: ', '- ', 1, '文件内容应是“名称: 内容”的形式'],
    [
      'a second head',
      'units.yaml',
      'units:',
      'pack: { id: a, name: b, place: c }\nunits:',
      1,
      '数据包写了两次',
    ],
  ])('%s', (_, file, from, to, line, message) => {
    const fault = { file, line, message: expect.stringContaining(message) as unknown };
    expect(faultsOf(changed(file, from, to))).toContainEqual(fault);
  });

  test.each([
    [
      'neither dates nor undetermined',
      '{ id: phase-1, name: 一, clause: clause-1 }',
      '阶段应写明起止日期，或写明待定（undetermined）',
    ],
    [
      'both',
      '{ id: phase-1, name: 一, startsOn: 2021-01-01, endsOn: 2021-02-01, undetermined: true, clause: clause-1 }',
      '阶段应写明起止日期，或写明待定（undetermined）',
    ],
    [
      'an end before its start',
      '{ id: phase-1, name: 一, startsOn: 2021-03-01, endsOn: 2021-02-01, clause: clause-1 }',
      '阶段的截止日期早于开始日期',
    ],
  ])('a phase with %s', (_, phase, message) => {
    expect(faultsOf({ ...plan, 'phases.yaml': `phases:\n  - ${phase}\n` })).toEqual([
      { file: 'phases.yaml', line: 2, message },
    ]);
  });

  test.each([
    ['no stage', '[]', '项目缺少学段（stages）'],
    ['a stage that is none', '[senior]', '没有学段“senior”：应是 primary 或 junior'],
  ])('a project with %s', (_, stages, message) => {
    const project = `{ id: school-1, school: 一小, kind: new_build, year: 2022, stages: ${stages}, clause: clause-1 }`;
    expect(faultsOf({ ...plan, 'projects.yaml': `projects:\n  - ${project}\n` })).toEqual([
      { file: 'projects.yaml', line: 2, message },
    ]);
  });

  test('a goal that is no date', () => {
    const faults = faultsOf(changed('targets.yaml', 'kind: money', 'measure: goal_date\n    kind: money'));
    expect(faults).toEqual([
      { file: 'targets.yaml', line: 3, message: '日期类目标值与 goal_date 应同时使用' },
    ]);
  });

  test('a pack without a head', () => {
    const { 'pack.yaml': _, ...headless } = plan;
    expect(faultsOf(headless)).toEqual([
      { file: 'pack.yaml', line: 1, message: '没有写明数据包本身（pack）' },
    ]);
  });

  test('all faults of all files at once, in order of place', () => {
    const faults = faultsOf({
      ...changed('targets.yaml', '850.00', '八百五'),
      'units.yaml': (plan['units.yaml'] ?? '')
        .replace('kind: department', 'kind: bureau')
        .replace('unit: finance', 'unit: tax'),
    });
    expect(faults.map((fault) => `${fault.file}:${fault.line}`)).toEqual([
      'targets.yaml:6',
      'units.yaml:2',
      'units.yaml:4',
    ]);
  });
});

function load(files: Readonly<Record<string, string>> = plan): CampaignPack {
  const directory = mkdtempSync(join(tmpdir(), 'pack-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  try {
    return loadPack(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function changed(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = plan[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return { ...plan, [file]: text.replace(from, to) };
}

function faultsOf(files: Readonly<Record<string, string>>): readonly PackFault[] {
  try {
    load(files);
  } catch (error) {
    if (error instanceof PackError) return error.faults;
    throw error;
  }
  return [];
}
