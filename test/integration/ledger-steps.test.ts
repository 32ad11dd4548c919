import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkEvidence } from '../../apps/server/src/features/evidence/check-evidence.js';
import { EvidenceStore } from '../../apps/server/src/features/evidence/evidence-store.js';
import { sweepEvidence } from '../../apps/server/src/features/evidence/sweep-evidence.js';
import type { EntrySchoolList } from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { ledgerScene } from '../support/ledger-scene.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
let ledger: ReturnType<typeof ledgerScene>;
const schools = tableSchools(3, 5);
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  ledger = ledgerScene(scene);
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());
beforeEach(() => {
  scene.clock.set('2022-09-15');
});

const counts = (more: object = {}) => ({
  schoolCode: schools[0]?.code,
  unitId: scene.id('unit education'),
  fields: { period: '2022年秋季学期', total: 12, done: 9 },
  ...more,
});

describe('closing an entry', () => {
  test('R-63 R-64 takes a unit, another office and a leader, each with the version it saw', async () => {
    const seen = await ledger.dataEntry();
    expect((await ledger.entry('education', seen.id)).offers).toEqual(['report', 'plan', 'apply', 'upload']);
    const planned = await ledger.done('education', 'plan', seen, { measure: '分班', dueOn: '2022-10-31' });
    expect((await ledger.step('education', 'report', seen, { note: '旧' })).body).toMatchObject({
      code: 'stale_version',
    });
    const reported = await ledger.done('education', 'report', planned, { note: '教室已腾出' });
    expect(reported.lastProgress).toBe('教室已腾出');
    const missing = await ledger.step('education', 'application', reported, ledger.applying);
    expect([missing.status, missing.text]).toEqual([422, expect.stringContaining('还缺：名册')]);
    const applied = await ledger.applied(reported);
    expect(applied).toMatchObject({ state: 'applied', applicationNo: 1, achievedOn: '2022-09-10' });
    expect((await ledger.step('education', 'plan', applied, { measure: '分流' })).status).toBe(409);
    expect((await ledger.step('office', 'recheck', applied)).status).toBe(403);
    expect((await ledger.step('office', 'confirmation', applied)).status).toBe(409);
    const rechecked = await ledger.done('supervision', 'recheck', applied, { note: '现场点名无误' });
    expect((await ledger.step('supervision', 'confirmation', rechecked)).status).toBe(403);
    const closed = await ledger.done('office', 'confirmation', rechecked);
    // The data still say 61: it is not solved before they agree.
    expect(closed).toMatchObject({ state: 'unit_closed', stateName: '单位已销号，待数据确认' });
    expect(closed.events.map(({ actionName }) => actionName)).toEqual([
      ...['确定措施', '报告进展', '上传佐证', '申请销号', '复核通过', '确认销号'],
    ]);
    expect(closed.events.map(({ by }) => by?.name)).toEqual([
      ...[
        '姓名education',
        '姓名education',
        '姓名education',
        '姓名education',
        '姓名supervision',
        '姓名office',
      ],
    ]);
    expect(closed.events[0]).toMatchObject({
      unitName: '教育局',
      lines: ['措施：（空） → 分班', '计划完成时间：（空） → 2022-10-31'],
    });
  });

  test('the database holds the people apart, keeps history, and calls nothing solved that data deny', async () => {
    const { id } = await ledger.applied(await ledger.dataEntry());
    const set = (what: string) => scene.query(`UPDATE ledger_entry SET ${what} WHERE id = $1`, [id]);
    await expect(set('rechecked_by = applied_by')).rejects.toThrow('ledger_entry_apart_check');
    await expect(set('opened_by = applied_by')).rejects.toThrow('ledger_entry_apart_check');
    await expect(set(`state = 'closed'`)).rejects.toThrow('ledger_entry_solved_check');
    await expect(scene.query(`UPDATE ledger_event SET note = 'x'`)).rejects.toThrow(/append-only/);
    await expect(scene.query(`DELETE FROM ledger_event`)).rejects.toThrow(/append-only/);
  });

  test('of two who confirm at once one is told that it is too late', async () => {
    const rechecked = await ledger.done(
      'supervision',
      'recheck',
      await ledger.applied(await ledger.dataEntry({ data_outcome: 'within', value: 44 })),
    );
    const two = await Promise.all(
      ['office', 'director'].map((who) => ledger.step(who as 'office', 'confirmation', rechecked)),
    );
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
    const closed = await ledger.entry('office', rechecked.id);
    expect(closed.state).toBe('closed');
    for (const action of ['plan', 'report', 'application'])
      expect([
        action,
        (await ledger.step('education', action, closed, { ...ledger.applying })).status,
      ]).toEqual([action, action === 'plan' ? 400 : action === 'report' ? 400 : 409]);
    expect((await ledger.step('education', 'plan', closed, { measure: '分流' })).status).toBe(409);
    const reopened = await ledger.done('supervision', 'reopening', closed, { note: '抽查发现仍未分班' });
    expect(reopened).toMatchObject({ state: 'open', achievedOn: null, appliedBy: null, applicationNo: 1 });
    // What was handed in for the first closing does not count for the second.
    expect(reopened.missingEvidence).toEqual(['roster']);
  });

  test('the day must be real, and data of a later day are believed', async () => {
    const seen = await ledger.dataEntry();
    await ledger.upload('education', seen.id);
    for (const achievedOn of ['2022-09-16', '2022-08-31'])
      expect([
        achievedOn,
        (await ledger.step('education', 'application', seen, { ...ledger.applying, achievedOn })).status,
      ]).toEqual([achievedOn, 422]);
    const gone = await ledger.step('education', 'application', seen, { ...ledger.applying, ground: 'gone' });
    expect(gone.text).toContain('已不存在');
  });

  test('only the government office moves responsibility and lets a day slip', async () => {
    const seen = await ledger.dataEntry({ due_on: '2022-10-10' });
    const finance = scene.id('unit finance');
    const later = await ledger.step('education', 'plan', seen, { dueOn: '2022-12-31', unitId: finance });
    expect([later.status, later.text]).toEqual([422, expect.stringContaining('政府办')]);
    expect((await ledger.step('police', 'plan', seen, { measure: '分班' })).status).toBe(404);
    const moved = await ledger.done('office', 'plan', seen, { dueOn: '2022-12-31', unitId: finance });
    expect(moved.unit?.id).toBe(finance);
    expect((await scene.call('education', 'GET', `ledger-entries/${seen.id}`)).status).toBe(404);
  });
});

describe('evidence', () => {
  test('R-62 is frozen by the application, free again after a return, and voided with a reason', async () => {
    const seen = await ledger.dataEntry();
    expect((await ledger.upload('police', seen.id)).status).toBe(404);
    expect((await ledger.upload('office', seen.id)).status).toBe(403);
    const { body: file } = await ledger.upload('education', seen.id);
    expect((await ledger.upload('education', seen.id)).body.id).toBe(file.id);
    const applied = await ledger.done('education', 'application', seen, ledger.applying);
    const path = `ledger-entries/${seen.id}/evidence/${file.id}`;
    const voiding = (reason: string) =>
      scene.call('education', 'POST', `${path}/voiding`, { body: { reason } });
    expect((await voiding('传错了')).body).toMatchObject({ code: 'evidence_frozen' });
    expect((await ledger.upload('education', seen.id, 'photo')).status).toBe(409);
    expect((await scene.call('supervision', 'GET', `${path}/content`)).text).toBe(`roster ${seen.id}`);
    expect((await scene.call('police', 'GET', `${path}/content`)).status).toBe(404);
    const returned = await ledger.done('supervision', 'return', applied, { note: '名册没有盖章' });
    expect(returned).toMatchObject({ state: 'open', missingEvidence: [] });
    expect((await voiding('换盖章件')).body).toMatchObject({ voidReason: '换盖章件' });
    expect((await ledger.entry('education', seen.id)).missingEvidence).toEqual(['roster']);
    // The history keeps what was part of the application.
    expect(returned.events.find(({ action }) => action === 'apply')?.lines.at(-1)).toContain(file.sha256);
  });

  test('R-85 its files belong to the store: neither swept nor called strangers', async () => {
    const { id } = await ledger.dataEntry();
    const { body: file } = await ledger.upload('education', id, 'photo', '照片说明.txt');
    const store = scene.server.app.get(EvidenceStore);
    const { manager } = scene.server.dataSource;
    const inTwoDays = Date.now() + 2 * 86_400_000;
    const swept = await manager.transaction((each) => sweepEvidence(each, store, inTwoDays));
    expect(swept.quarantined).not.toContain(file.sha256);
    const check = await checkEvidence(manager, store);
    expect(check).toMatchObject({ missing: [], changed: [] });
    expect(check.filesWithoutRow).not.toContain(file.sha256);
  });
});

describe('opening by hand', () => {
  test('counts are of a school or township and a period, and close when they are reached', async () => {
    const { status, body: entry } = await ledger.open('education', 'dropout', counts());
    expect([status, entry.subject]).toEqual([201, `${schools[0]?.name ?? ''} 2022年秋季学期`]);
    expect((await ledger.open('education', 'dropout', counts())).text).toContain(entry.number);
    expect((await ledger.open('police', 'dropout', counts())).status).toBe(403);
    const pick = await scene.get<EntrySchoolList>('education', 'ledgers/dropout/schools');
    expect(pick.items.map(({ code, name }) => [code, name])).toEqual(
      schools.map(({ code, name }) => [code, name]),
    );
    const unknown = await ledger.open('education', 'dropout', counts({ schoolCode: '9999999999' }));
    expect(unknown.text).toContain('最近的学校表里没有这所学校');
    expect(entry.offers).not.toContain('apply');
    await ledger.upload('education', entry.id, 'ledger');
    const ownOpening = await ledger.step('education', 'application', entry, ledger.applying);
    expect(ownOpening.body).toMatchObject({ code: 'same_person' });
    const { body: second } = await ledger.open('office', 'dropout', counts({ schoolCode: schools[1]?.code }));
    await ledger.upload('education', second.id, 'ledger');
    const early = await ledger.step('education', 'application', second, ledger.applying);
    expect(early.text).toContain('已劝返人数（9）还没有达到疑似辍学人数（12）');
    const full = await ledger.done('education', 'plan', second, { fields: { done: 12 } });
    const applied = await ledger.done('education', 'application', full, ledger.applying);
    const closed = await ledger.done(
      'director',
      'confirmation',
      await ledger.done('supervision', 'recheck', applied),
    );
    expect(closed.state).toBe('closed');
  });

  test('no child can be named: not in a field, a note, a reason or a file name', async () => {
    for (const more of [
      { fields: { period: '410183201203151234', total: 1, done: 0 } },
      { fields: { period: '2022年秋 13812345678', total: 1, done: 0 } },
      { fields: { period: '2022年冬', total: 1_000_001, done: 0 } },
      { fields: { period: '2022年冬', total: 1, done: 0, name: '某某' } },
      { fields: { period: '2022年冬', total: 1, done: 0 }, measureNote: '家长电话 138 1234 5678' },
      { fields: { period: '2022年冬', total: 1, done: 0 }, subject: '某同学' },
    ]) {
      const { status, text } = await ledger.open('office', 'dropout', counts(more));
      expect([status, more, text]).toEqual([
        422,
        more,
        expect.stringMatching(/个人信息|1000000|没有这一列|不另写名称/),
      ]);
    }
    const unknown = await ledger.open('office', 'dropout', { ...counts(), name: '某某' });
    expect(unknown.status).toBe(400);
    const { body: entry } = await ledger.open('office', 'migrant', counts());
    const note = await ledger.step('education', 'report', entry, { note: '41018320120315123X 已入学' });
    expect([note.status, note.text]).toEqual([422, expect.stringContaining('身份证号')]);
    expect((await ledger.upload('education', entry.id, 'ledger', '13812345678.txt')).status).toBe(422);
    const [found] = await scene.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ledger_event WHERE note ~ '\\d{11}' OR detail::text ~ '1[38]\\d{9}[^0-9a-f]'`,
    );
    expect(found?.n).toBe(0);
  });

  test('a problem is opened by the offices, with the working days its kind gives', async () => {
    const problem = {
      subject: '新建学校实验室未配仪器',
      unitId: scene.id('unit education'),
      indicator: 'C5',
      fields: { source: '督查', foundOn: '2022-09-10', goal: '按标准配齐' },
    };
    expect((await ledger.open('education', 'problem', problem)).status).toBe(403);
    expect((await ledger.open('supervision', 'large_class', problem)).status).toBe(403);
    const { status, body } = await ledger.open('supervision', 'problem', problem);
    expect([status, body.dueOn, body.unit?.name]).toEqual([201, '2022-11-01', '教育局']);
    const rechecked = await ledger.step('supervision', 'recheck', body);
    expect(rechecked.status).toBe(409);
    expect(
      (await ledger.open('office', 'problem', { ...problem, subject: '新建学校 实验室未配仪器' })).status,
    ).toBe(422);
  });
});
