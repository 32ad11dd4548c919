import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { limits } from '../support/workbooks.js';
import {
  dated,
  example,
  expectValid,
  folder,
  junheng,
  program,
  spawnJunheng,
  withoutDatabase,
} from '../support/junheng-command.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';

afterAll(() => rmSync(folder, { recursive: true }));

interface Evaluated {
  readonly standard: string;
  readonly evaluation: { readonly fingerprint: string; readonly verdict: string } | null;
  readonly schools: { readonly rowsRead: number; readonly accepted: number; readonly rejected: number };
}

/** A remark added to the standard changes them, and no figure. */
function withoutFingerprints(answer: unknown): unknown {
  const { evaluation, ...rest } = answer as Evaluated;
  return { ...rest, standard: '', evaluation: { ...evaluation, fingerprint: '' } };
}

describe('junheng indicators, without a database', () => {
  test('evaluate answers, as a process of its own, what it always answered for the example', async () => {
    const words = ['indicators', 'evaluate', example, '--place', 'xinmi', ...dated, '--json'];
    const { code, out } = await spawnJunheng(words, withoutDatabase);
    expect(code).toBe(0);
    const answer = expectValid('evaluation', out);
    const golden = readFileSync(example.replace('.xlsx', '.json'), 'utf8');
    expect(withoutFingerprints(answer)).toEqual(withoutFingerprints(JSON.parse(golden)));
  });

  test('evaluate prints tables that a person can read', async () => {
    const { code, out } = await junheng('indicators', 'evaluate', example, '--place', 'xinmi', ...dated);
    expect(code).toBe(0);
    expect(out).toContain('读到 24 行，可用 24 行，有错 0 行');
    expect(out).toMatch(/^结论：未达标；按本地目标：未达标$/m);
    expect(out).toMatch(/^示例第二小学 +小学 +1985 .* 4\.101× /m);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  test('the same file at the same date gives the same answer, byte by byte', async () => {
    const words = ['indicators', 'evaluate', example, ...dated, '--json'];
    const [inProcess, spawned] = await Promise.all([junheng(...words), spawnJunheng(words, withoutDatabase)]);
    expect(inProcess).toEqual(spawned);
  });

  test('evaluate takes what the county enters from a file, and names every fault of it with its line', async () => {
    const good = join(folder, 'county.yaml');
    writeFileSync(
      good,
      [
        'figures: { specialFunds: 1200000, specialStudents: 200, trainedTeachers: １００, trainingTeachers: 100 }',
        'schoolFigures:',
        '  - { school: 3990000002, trainingFunds: 60000, publicFundsBudget: 1000000 }',
        'judgements:',
        '  - { indicator: C28, outcome: met, judgedOn: 2026-06-01, unit: 教育局, confirmedOn: 2026-06-10 }',
        'vetoes:',
        '  - { veto: fraud, occurredOn: 2026-05-01, source: 来信, description: 待核, state: suspected }',
        '',
      ].join('\n'),
    );
    expectValid('county-inputs', JSON.stringify(parse(readFileSync(good, 'utf8'))));
    const run = await junheng('indicators', 'evaluate', example, '--county', good, ...dated, '--json');
    const { evaluation } = expectValid('evaluation', run.out) as {
      evaluation: { indicators: { indicator: string; verdict: string }[]; vetoes: { verdict: string }[] };
    };
    const verdicts = new Map(evaluation.indicators.map(({ indicator, verdict }) => [indicator, verdict]));
    expect(['C14', 'C16', 'C15', 'C28'].map((id) => verdicts.get(id))).toEqual([
      'met',
      'met',
      'no_data',
      'met',
    ]);
    expect(evaluation.vetoes.filter(({ verdict }) => verdict === 'to_verify')).toHaveLength(1);
    const why = await junheng(
      'indicators',
      'explain',
      example,
      '--county',
      good,
      '--indicator',
      'C14',
      ...dated,
    );
    expect(why.out).toContain('county.yaml 第 1 行');
    const bad = join(folder, 'bad.yaml');
    writeFileSync(
      bad,
      'figures: { specialFunds: 很多, nothingSuch: 1 }\nschoolFigures: [{ school: 1 }]\njudgements: [{ indicator: C9, outcome: good }]\n',
    );
    const refused = await junheng('indicators', 'evaluate', example, '--county', bad, ...dated);
    expect(refused.code).toBe(1);
    for (const told of [
      '第 1 行：特殊教育公用经费',
      '“nothingSuch”',
      '第 2 行',
      '第 3 行：“test”',
      '“outcome”',
    ])
      expect(refused.out).toContain(told);
  });

  test('explain says with cells and basis why a figure is what it is', async () => {
    const words = ['indicators', 'explain', example, '--school', '3990000002', '--indicator', 'c4', ...dated];
    const { code, out } = await junheng(...words);
    expect(code).toBe(0);
    expect(out).toContain('示例第二小学 小学 C4：未达标');
    expect(out).toContain('学校基本情况表!T3');
    expect(out).toContain('8140 ÷ 1985 = 4.101');
    expectValid('explanation', (await junheng(...words, '--json')).out);
    const stage = await junheng(
      'indicators',
      'explain',
      example,
      '--school',
      '3990000020',
      '--indicator',
      'C4',
      '--stage',
      'junior',
      ...dated,
    );
    expect(stage.out).toContain('初中 C4');
    expect(stage.out).not.toContain('小学 C4');
  });

  test.each([
    [['--school', '1', '--indicator', 'C4'], /没有标识码为 1 的学校/],
    [['--indicator', 'C99'], /没有“C99”的结果/],
  ])('explain %j is one sentence and 1', async (words, told) => {
    const { code, out } = await junheng('indicators', 'explain', example, ...words, ...dated);
    expect([code, out]).toEqual([1, expect.stringMatching(told)]);
  });

  test('remedy names what is missing and what it costs; own unit costs change the costs', async () => {
    const { code, out } = await junheng('indicators', 'remedy', example, ...dated);
    expect(code).toBe(0);
    expect(out).toMatch(
      /示例第二小学（3990000002）\n {2}小学：C4 缺 792\.5 ㎡，C5 缺 1787\.5 ㎡\n {2}最省：补 C5 1788 ㎡/,
    );
    const costs = join(folder, 'costs.yaml');
    writeFileSync(costs, 'C4: 100\nC5: 5000\n');
    const other = await junheng('indicators', 'remedy', example, '--costs', costs, '--move', ...dated);
    expect(other.out).toMatch(/最省：补 C4 793 ㎡，合 7\.93 万元/);
    expectValid('remedy', (await junheng('indicators', 'remedy', example, ...dated, '--json')).out);
  });

  test('R-74 a file with errors evaluates nothing, names every cell and writes the rejected rows', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(
      bad,
      '学校标识码,学校名称,办学类型,小学在校生,小学班数\n3990000001,示例甲,小学,-1,2.5\n3990000002,示例乙,小学,30,2\n',
    );
    const errors = join(folder, 'errors.xlsx');
    const told = await junheng('indicators', 'evaluate', bad, '--errors', errors, ...dated);
    expect(told.code).toBe(1);
    expect(told.out).toContain('第 2 行 D2　小学在校生“-1”：不能为负数');
    expect(told.out).toContain('第 2 行 E2　小学班数“2.5”：应是整数');
    const { sheets } = await readSheets('errors.xlsx', readFileSync(errors), limits);
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual(['学校标识码', '3990000001']);
    const json = await junheng('indicators', 'evaluate', bad, ...dated, '--json');
    expect(json.code).toBe(1);
    const { evaluation, schools } = expectValid('evaluation', json.out) as Evaluated;
    expect([evaluation, schools.rowsRead, schools.accepted, schools.rejected]).toEqual([null, 2, 1, 1]);
  });

  test('class tables are read along and checked against the schools', async () => {
    const classes = join(folder, 'classes.csv');
    const rows = ['学校标识码,学段,年级,班级,学生数', '3990000001,小学,1,1,46'];
    writeFileSync(classes, rows.join('\n'));
    const words = [
      'indicators',
      'explain',
      example,
      '--classes',
      classes,
      '--school',
      '3990000001',
      '--indicator',
      'C12',
    ];
    expect((await junheng(...words, ...dated)).out).toMatch(/C12：未达标/);
    writeFileSync(classes, [...rows, '3990009999,小学,1,1,40'].join('\n'));
    const { code, out } = await junheng(...words, ...dated);
    expect([code, out]).toEqual([1, expect.stringContaining('学校基本情况表中没有这所学校')]);
  });

  test.each([
    [['evaluate', 'none.xlsx'], /没有这个文件/],
    [['evaluate', example, '--place', 'mars'], /没有“mars”的地方标准/],
    [['evaluate', example, '--as-of', '2026-02-30'], /日期/],
    [['evaluate', example, '--as-of', '2001-01-01'], /还没有评估标准/],
    [['evaluate', program], /只接收 \.xlsx 和 \.csv/],
    [['remedy', example, '--costs', 'none.yaml'], /单价文件打不开/],
    [['project', example, '--assumptions', 'none.yaml'], /推演条件文件打不开/],
  ])('%j is one Chinese sentence and 1', async (words, told) => {
    const { code, out, err } = await junheng('indicators', ...words);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(told);
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});

describe('junheng template and pack test', () => {
  test('templates are written, never over a file', async () => {
    for (const [name, file] of [
      ['schools', '学校基本情况表.xlsx'],
      ['classes', '班级情况表.xlsx'],
    ] as const) {
      const path = join(folder, file);
      // Where no file is named it is the folder the command is called in, which only a process of its own has.
      const first =
        name === 'schools'
          ? spawnJunheng(['template', name], withoutDatabase)
          : junheng('template', name, path);
      const told = name === 'schools' ? file : path;
      expect(await first).toEqual({ code: 0, out: `已写入 ${told}\n`, err: '' });
      expect(existsSync(path)).toBe(true);
      expect(await junheng('template', name, path)).toEqual({
        code: 1,
        out: `已有这个文件，没有覆盖：${path}。\n`,
        err: '',
      });
    }
  });

  test('the situations that come along all hold', async () => {
    const { code, out } = await junheng('pack', 'test', '--json');
    const { results } = expectValid('pack-test', out) as { results: { ok: boolean }[] };
    expect(code).toBe(0);
    expect(results.length).toBeGreaterThan(20);
    expect(results.every(({ ok }) => ok)).toBe(true);
  });

  test('every command has --help in Chinese with --json in it', async () => {
    for (const words of [
      ['template', 'schools'],
      ['indicators', 'evaluate'],
      ['indicators', 'explain'],
      ['indicators', 'remedy'],
      ['pack', 'test'],
    ]) {
      const { code, out } = await junheng(...words, '--help');
      expect([words, code, /--json/.test(out), /\p{Script=Han}/u.test(out)]).toEqual([words, 0, true, true]);
    }
  });
});
