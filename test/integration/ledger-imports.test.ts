import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import {
  readSheets,
  type RawSheet,
  shownText,
} from '../../apps/server/src/features/indicators/indicators.module.js';
import type { LedgerPage } from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import { exportEntries } from '../../apps/server/src/features/ledgers/entries/export-entries.js';
import { previewLedgerImport } from '../../apps/server/src/features/ledgers/imports/preview-ledger-import.js';
import { rejectedLedgerRows } from '../../apps/server/src/features/ledgers/imports/rejected-ledger-rows.js';
import { LedgerKinds } from '../../apps/server/src/features/ledgers/ledgers.module.js';
import { ledgerScene } from '../support/ledger-scene.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { limits } from '../support/workbooks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
let ledger: ReturnType<typeof ledgerScene>;
let kinds: LedgerKinds;
const schools = tableSchools(3, 5);
const [first, second] = schools.map(({ code }) => code);
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  ledger = ledgerScene(scene);
  kinds = scene.server.app.get(LedgerKinds);
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());

const list = (who: Who, kind: string, query = '') =>
  scene.get<LedgerPage>(who, `ledgers/${kind}/entries?limit=200${query}`);
const classes = [
  '学校标识码',
  '学校',
  '年级',
  '班级',
  '人数',
  '班额上限',
  '化解措施',
  '责任部门',
  '计划消除时间',
  '责任领导',
];

/** The list's workbook, read as an import reads it. */
async function exported(
  who: Who,
  kind: string,
  filter: object = {},
): Promise<{ bytes: Buffer; sheets: readonly RawSheet[] }> {
  const bytes = await scene.work(who, (work) => exportEntries(work, kinds, kinds.get(kind), filter));
  return { bytes, sheets: (await readSheets('导出.xlsx', bytes, limits)).sheets };
}

describe('importing the ledger somebody keeps', () => {
  const rows = [
    classes,
    [first ?? '', '', '三年级', '（2）班', 61, 45, '分班', '教育局', '2022年10月31日', '某领导'],
    [first ?? '', '', '4', '1', 58, 45, '', '教育局', '2022.12.31', ''],
    [second ?? '', '', '初一', '3班', 70, 50, '新改扩建', '教体局甲', '', ''],
    ['0000000001', '', '三年级', '1班', 60, 45, '', '', '', ''],
  ];

  test('R-74 R-75 R-76 a preview counts every row, names the faults and unknown columns, and changes nothing', async () => {
    const { status, body } = await ledger.preview('office', 'large_class', rows);
    expect([status, body]).toMatchObject([
      201,
      { rowsRead: 4, accepted: 2, opened: 2, changed: 0, unchanged: 0, rejected: 2, confirmable: false },
    ]);
    expect(body.unknownColumns).toEqual([expect.stringContaining('责任领导')]);
    expect(body.errors.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['H4', '成员单位里没有这个名称'],
      ['A5', '最近的学校表里没有这所学校'],
    ]);
    expect((await list('office', 'large_class')).total).toBe(0);
    expect((await ledger.confirm('office', 'large_class', body.id)).status).toBe(422);
    const { content } = await scene.work('office', (work) =>
      rejectedLedgerRows(work, 'large_class', body.id),
    );
    const [sheet] = (await readSheets('错误.xlsx', content, limits)).sheets;
    expect(sheet?.rows).toHaveLength(3);
    expect(sheet?.rows[1]?.slice(0, 4)).toEqual([second, null, '初一', '3班']);
    expect(
      (await scene.call('education', 'GET', `ledgers/large_class/imports/${body.id}/errors.xlsx`)).status,
    ).toBe(404);
    const good = await ledger.confirm('office', 'large_class', body.id, { goodRowsOnly: true });
    expect(good.body).toEqual({ opened: 2, changed: 0, unchanged: 0, skipped: 2 });
    const { items } = await list('office', 'large_class');
    expect(items.map((one) => [one.subject, one.openedValue, one.line, one.measure, one.dueOn])).toEqual([
      ['虚构第1学校 三年级2班', 61, 45, '分班', '2022-10-31'],
      ['虚构第1学校 四年级1班', 58, 45, null, '2022-12-31'],
    ]);
    expect((await ledger.confirm('office', 'large_class', body.id, { goodRowsOnly: true })).status).toBe(409);
  });

  test('R-77 the same file again changes nothing; a class is the same one a year later', async () => {
    const again = await ledger.preview('office', 'large_class', rows.slice(0, 3));
    expect(again.body).toMatchObject({
      rowsRead: 2,
      accepted: 0,
      unchanged: 2,
      rejected: 0,
      confirmable: false,
    });
    const grown = [classes, [first ?? '', '', '4', '2班', 61, 45, '分流', '教育局', '2022-10-31', '']];
    scene.clock.set('2023-09-20');
    const later = await ledger.preview('office', 'large_class', grown, '2023-09-01');
    expect(later.body.lines).toEqual([
      expect.objectContaining({ subject: '虚构第1学校 三年级2班', changes: ['措施：分班 → 分流'] }),
    ]);
    scene.clock.set('2022-09-15');
  });

  test('R-66 R-77 the exported list holds what the page shows, and imported again it changes nothing', async () => {
    for (const [index, kind] of ['dropout', 'problem'].entries()) {
      const body = {
        unitId: scene.id('unit education'),
        schoolCode: first,
        measure: '限期办理',
        cause: '班额大，教室少（两栋楼）；',
        dueOn: '2022-11-30',
        targetYear: 2022,
        ...(kind === 'problem' ? { subject: `问题${index}` } : {}),
        fields:
          kind === 'problem'
            ? { source: '督查', foundOn: '2022-09-01', goal: '整改到位' }
            : { period: '2022年秋季学期', total: 3, done: 1 },
      };
      expect((await ledger.open('office', kind, body)).status).toBe(201);
    }
    for (const kind of ['large_class', 'dropout', 'problem']) {
      const page = await list('office', kind);
      const { bytes, sheets } = await exported('office', kind);
      const [, , heads = [], ...body] = sheets[0]?.rows ?? [];
      expect(body).toHaveLength(page.total);
      const column = (name: string) => body.map((row) => shownText(row[heads.indexOf(name)]));
      expect(column('台账编号')).toEqual(page.items.map(({ number }) => number));
      expect(column('台账状态')).toEqual(page.items.map(({ stateName }) => stateName));
      const file = { asOf: civilDate('2022-09-15'), fileName: '导出.xlsx', bytes };
      const preview = await scene.work('office', (work) =>
        previewLedgerImport(work, kinds.get(kind), file, sheets),
      );
      expect(preview).toMatchObject({
        rowsRead: page.total,
        accepted: 0,
        unchanged: page.total,
        errors: [],
        unknownColumns: [],
      });
    }
  });

  test('R-79 a unit imports what it may enter by hand, and nothing of other units', async () => {
    const columns = ['学校标识码', '期次', '符合条件人数', '已就读人数', '责任单位'];
    const mixed = await ledger.preview('education', 'migrant', [
      columns,
      [first ?? '', '2022年秋', 20, 20, '教育局'],
      [second ?? '', '2022年秋', 30, 28, '财政局'],
    ]);
    expect(mixed.body).toMatchObject({ opened: 1, rejected: 1 });
    expect(mixed.body.errors[0]?.reason).toContain('不属于本单位');
    await ledger.confirm('education', 'migrant', mixed.body.id, { goodRowsOnly: true });
    const [entry] = (await list('education', 'migrant')).items;
    const foreign = await ledger.preview('police', 'migrant', [
      ['台账编号', '已就读人数'],
      [entry?.number ?? '', 19],
    ]);
    expect(foreign.body).toMatchObject({ accepted: 0, rejected: 1 });
    const classRow = await ledger.preview('education', 'large_class', [
      classes,
      [second ?? '', '', '8', '1', 70, 50, '', '教育局', '', ''],
    ]);
    expect(classRow.body.errors[0]?.reason).toContain('台账里没有这一条');
    await ledger.upload('education', entry?.id ?? '', 'ledger');
    scene.clock.set('2022-09-16');
    await ledger.done('education', 'report', entry!, { note: '已全部就读' });
    const changed = await ledger.preview('office', 'migrant', [
      ['台账编号', '已就读人数', '整改措施'],
      [entry?.number ?? '', 19, '统筹安排'],
    ]);
    expect(changed.body.lines[0]?.changes).toEqual(['措施：（空） → 统筹安排', '已就读人数：20 → 19']);
    await ledger.done('office', 'plan', await ledger.entry('office', entry?.id ?? ''), {
      measure: '统筹安排',
      fields: { done: 19 },
    });
    expect((await ledger.confirm('office', 'migrant', changed.body.id)).body.code).toBe('preview_stale');
    scene.clock.set('2022-09-15');
  });

  test('a file that names a child is refused as a whole, and none of it is kept', async () => {
    const good = [first ?? '', '2023年春', 5, 1, '教育局'];
    const columns = ['学校标识码', '期次', '疑似辍学人数', '已劝返人数', '责任单位'];
    const before = await scene.query(`SELECT id FROM ledger_import`);
    for (const [rows, where] of [
      [
        [
          [...columns, '学生姓名'],
          [...good, '某某'],
        ],
        'F1 有“学生姓名”列',
      ],
      [[[...columns, '备注'], good, [...good, '41018320120315123X']], 'F3 有身份证号'],
      [
        [
          [...columns, '备注'],
          [...good, '联系13812345678'],
        ],
        'F2 有手机号码',
      ],
      [[columns, [first ?? '', '410183201203151234', 5, 1, '教育局']], 'B2 有身份证号'],
    ] as const) {
      const { status, text } = await ledger.preview('office', 'dropout', rows);
      expect([status, text]).toEqual([422, expect.stringContaining(where)]);
    }
    expect(await scene.query(`SELECT id FROM ledger_import`)).toHaveLength(before.length);
  });

  test('duplicates, odd numbers and figures that cannot be are told with their place', async () => {
    const { body } = await ledger.preview('office', 'dropout', [
      ['台账编号', '学校标识码', '期次', '疑似辍学人数', '已劝返人数', '责任单位', '目标年份'],
      ['', first ?? '', '2024年春', 1_000_001, 1, '教育局', ''],
      ['', first ?? '', '2024年秋', 5, 1, '教育局', ''],
      ['', first ?? '', '2024年秋', 6, 1, '教育局', ''],
      ['TZ-9999', first ?? '', '', '', '', '', ''],
      ['', second ?? '', '2024年春', 5, 1, '教育局', '明年'],
      ['', second ?? '', '2024年秋', 5, '', '教育局', ''],
    ]);
    expect(body).toMatchObject({ rowsRead: 6, rejected: 6 });
    expect(body.errors.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'D2 不能大于 1000000',
      'A3 与第 4 行重复',
      'A4 与第 3 行重复',
      'A5 本台账没有这个编号',
      'G6 应是四位年份',
      'E7 请填写已劝返人数',
    ]);
  });

  test('the template has what can be filled in, and a guide', async () => {
    const answer = await scene.call('education', 'GET', 'ledgers/problem/template.xlsx');
    expect(answer.status).toBe(200);
    expect((await scene.call('education', 'GET', 'ledgers/nothing/template.xlsx')).status).toBe(404);
  });
});

test('R-81 R-82 a unit finds the same entries in list, workbook, desk and by address, and no others', async () => {
  const mine = await ledger.dataEntry({ subject_key: 'mine' });
  const foreign = await ledger.dataEntry({ subject_key: 'foreign', unit_id: scene.id('unit finance') });
  for (const who of ['education', 'finance', 'police', 'office', 'supervision'] as const) {
    const { items, total } = await list(who, 'large_class');
    expect(total).toBe(items.length);
    const { sheets } = await exported(who, 'large_class');
    expect(sheets[0]?.rows.slice(3).map((row) => row[0])).toEqual(items.map(({ number }) => number));
    for (const { id } of [mine, foreign]) {
      const { status } = await scene.call(who, 'GET', `ledger-entries/${id}`);
      expect([who, status]).toEqual([who, items.some((one) => one.id === id) ? 200 : 404]);
    }
  }
  const desk = await scene.get<{ open: { id: string }[] }>('finance', 'desks/ledgers');
  expect(desk.open.map(({ id }) => id)).toEqual([foreign.id]);
});

test('R-66 every filter lists what it counts', async () => {
  await ledger.dataEntry({ relapses: 1, due_on: '2022-09-14', target_year: 2023, category: 'oversize' });
  const all = (await list('office', 'large_class')).items;
  const filters: readonly (readonly [string, (row: (typeof all)[number]) => boolean])[] = [
    ['&relapsed=true', (row) => row.relapses > 0],
    ['&late=true', (row) => row.late],
    ['&standing=solved', (row) => row.state === 'closed'],
    ['&standing=remaining', (row) => row.state !== 'closed'],
    ['&category=oversize', (row) => row.category === 'oversize'],
    ['&year=2023', (row) => row.targetYear === 2023],
    ['&contradicted=true', (row) => row.contradicted],
    [`&schoolCode=${first ?? ''}`, (row) => row.schoolCode === first],
    [`&unitId=${scene.id('unit finance')}`, (row) => row.unit?.id === scene.id('unit finance')],
    ['&state=open,applied', (row) => ['open', 'applied'].includes(row.state)],
    ['&q=四年级', (row) => row.subject.includes('四年级')],
  ];
  for (const [query, matches] of filters) {
    const page = await list('office', 'large_class', query);
    expect([query, page.items.map(({ id }) => id)]).toEqual([query, all.filter(matches).map(({ id }) => id)]);
  }
  const walked: string[] = [];
  for (let after = ''; ;) {
    const page = await scene.get<LedgerPage>('office', `ledgers/large_class/entries?limit=1${after}`);
    walked.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(walked).toEqual(all.map(({ id }) => id));
});
