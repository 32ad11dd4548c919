import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type {
  ClassCensusRow,
  ClassImportState,
  ClassImportView,
} from '../../apps/server/src/features/ledgers/class-imports.dto.js';
import type {
  LedgerEntryView,
  LedgerPage,
} from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import { countRemaining, runLateLedgers } from '../../apps/server/src/features/ledgers/ledgers.module.js';
import type {
  BurnDown,
  LedgerOverview,
  LedgerSummary,
} from '../../apps/server/src/features/ledgers/summary/ledger-summary.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { classCsv, confirmClasses, readClassFile, takeCensus } from '../support/class-table.js';
import { closeEntry, download, entries } from '../support/census-scene.js';
import { october, schools, september } from '../support/sample-classes.js';
import { importSchools, schoolCsv } from '../support/school-table.js';
import { LedgerStory, storySteps } from '../support/ledger-story.js';
import { command } from '../support/scene-command.js';
import { limits } from '../support/workbooks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-10-10');
});
afterAll(() => scene.close());

describe('the class ledger follows the data', () => {
  test('without a school table there is nothing to check classes against: a clear refusal', async () => {
    const { status, text } = await readClassFile(scene, 'office', {
      bytes: classCsv(september),
      asOf: '2022-09-01',
    });
    expect([status, text.includes('请先导入学校基本情况表')]).toEqual([422, true]);
  });

  test('R-75 R-79 a census of September opens what is above the line, once, after a look at it', async () => {
    await importSchools(scene, { bytes: schoolCsv(schools) });
    expect((await readClassFile(scene, 'police', { bytes: classCsv(september) })).status).toBe(403);
    const future = await readClassFile(scene, 'office', { bytes: classCsv(september), asOf: '2022-10-11' });
    expect([future.status, future.text.includes('不能晚于今天')]).toEqual([422, true]);
    const id = v7();
    const { status, body } = await readClassFile(scene, 'education', { bytes: classCsv(september), id });
    expect([status, body.id, body.asOf, body.phase]).toEqual([201, id, '2022-09-01', 'ready']);
    expect(body.preview).toMatchObject({
      rowsRead: 120,
      accepted: 120,
      rejected: 0,
      unchanged: 0,
      counts: { classes: 120, aboveStandard: 40, large: 16, oversize: 6 },
      judges: true,
      follows: [{ event: 'opened', name: '建账', count: 40 }],
      confirmable: true,
    });
    expect(body.preview?.follows[0]?.subjects).toHaveLength(20);
    expect(await entries(scene)).toEqual([]);
    const confirmed = await confirmClasses(scene, 'education', id);
    expect(confirmed.body).toMatchObject({
      added: 120,
      judged: true,
      follows: body.preview?.follows,
      census: { aboveStandard: 40, large: 16, oversize: 6, schoolYear: '2022-2023' },
    });
    const opened = await entries(scene);
    expect(opened).toHaveLength(40);
    expect(new Set(opened.map(({ unit }) => unit))).toEqual(new Set(['education']));
    expect(opened.filter(({ category }) => category === 'oversize')).toHaveLength(6);
    const again = await scene.get<ClassImportView>('office', `class-imports/${id}`);
    expect(again.preview).toMatchObject({ duplicateOf: { large: 16 }, confirmable: false, follows: [] });
    const runs = await scene.get<ClassImportState[]>('office', 'class-imports');
    expect(runs.map(({ phaseName }) => phaseName)).toEqual(['已读完，待确认']);
    expect(await scene.get<ClassCensusRow[]>('finance', 'class-censuses')).toHaveLength(1);
  });

  test('R-77 the same file, and another file with the same classes, change nothing', async () => {
    const before = await entries(scene);
    for (const bytes of [classCsv(september), classCsv(september.toReversed())]) {
      const { body } = await readClassFile(scene, 'office', { bytes, asOf: '2022-09-01' });
      expect(body.preview).toMatchObject({ unchanged: 120, confirmable: false });
      const { body: result } = await confirmClasses(scene, 'office', body.id);
      expect(result).toMatchObject({ added: 0, alreadyImported: true, follows: [] });
    }
    expect(await entries(scene)).toEqual(before);
    const [counted] = await scene.query<{ count: number }>(`SELECT count(*)::int AS count FROM ledger_event`);
    expect(counted?.count).toBeGreaterThanOrEqual(40);
  });
});

const states = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { state } of await entries(scene)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

describe('what the unit closed, and what data confirm', () => {
  test('ten closed by people wait for data; October confirms eight, contradicts one, relapses one, opens three', async () => {
    const rows = await scene.query<{ id: string; key: string }>(
      `SELECT id, subject_key AS key FROM ledger_entry WHERE kind = 'large_class' ORDER BY seq LIMIT 10`,
    );
    for (const [index, { id }] of rows.entries()) {
      const closed = await closeEntry(scene, id, index === 9 ? '2022-10-10' : '2022-10-09');
      expect(closed.state).toBe('unit_closed');
    }
    expect(await states()).toEqual({ unit_closed: 10, open: 30 });
    const before = await scene.get<LedgerSummary>('office', 'ledgers/large_class/summary');
    expect(before.numbers).toMatchObject({ opened: 40, closed: 0, remaining: 40 });
    const { view, result } = await takeCensus(scene, october(rows.map(({ key }) => key)), '2022-10-10');
    const counted = Object.fromEntries(result.follows.map(({ event, count }) => [event, count]));
    expect(counted).toEqual({ opened: 3, confirmed: 8, relapsed: 1, contradicted: 1, measured: 30 });
    expect(result.follows).toEqual(view.preview?.follows);
    expect(await states()).toEqual({ open: 34, closed: 8, contradicted: 1 });
    const twice = await scene.query<{
      relapses: number;
      applied_by: string | null;
      closing_ground: string | null;
    }>(`SELECT relapses, applied_by, closing_ground FROM ledger_entry WHERE id = ANY($1) ORDER BY seq`, [
      rows.slice(8).map(({ id }) => id),
    ]);
    expect(twice).toEqual([
      { relapses: 1, applied_by: null, closing_ground: null },
      { relapses: 0, applied_by: null, closing_ground: null },
    ]);
  });

  test('one digest each goes to the people of the unit and to the supervision office', async () => {
    const told = await scene.query<{ name: string; subject: string; body: string }>(
      `SELECT recipient_name AS name, subject, body FROM outbox_message WHERE kind = 'ledger_news' ORDER BY recipient_name`,
    );
    expect(told.map(({ name }) => name)).toEqual(['姓名education', '姓名supervision']);
    for (const { subject, body } of told) {
      expect(subject).toContain('反弹 1 条');
      expect(subject).toContain('数据不符 1 条');
      expect(body).toMatch(/1\. TZ-\d{4}[^]*情况：反弹[^]*2\. TZ-\d{4}[^]*情况：数据不符/);
    }
  });

  test('R-66 page, list, workbook and command line show the same numbers', async () => {
    const summary = await scene.get<LedgerSummary>('office', 'ledgers/large_class/summary');
    expect(summary).toMatchObject({
      dataAsOf: '2022-10-10',
      numbers: { opened: 43, closed: 8, remaining: 35, contradicted: 1, relapses: 1 },
    });
    expect(summary.states.reduce((sum, { count }) => sum + count, 0)).toBe(43);
    for (const parts of [summary.byUnit, summary.byTownship, summary.bySchool]) {
      expect(parts.reduce((sum, { opened }) => sum + opened, 0)).toBe(43);
      expect(parts.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(35);
    }
    const [all] = (await scene.get<LedgerOverview[]>('office', 'ledgers')).filter(
      ({ kind }) => kind === 'large_class',
    );
    expect(all?.numbers).toEqual(summary.numbers);
    const remaining = await scene.get<LedgerPage>('office', 'ledgers/large_class/entries?standing=remaining');
    expect(remaining.total).toBe(35);
    const file = await download(scene, 'ledgers/large_class/entries.xlsx');
    const { sheets } = await readSheets('a.xlsx', file, limits);
    expect(sheets[0]?.rows.filter(([number]) => String(number).startsWith('TZ-'))).toHaveLength(43);
    const { out } = await command(scene, 'ledger', 'list', '--kind', '大班额', '--state', 'closed', '--json');
    expect((JSON.parse(out) as { total: number }).total).toBe(8);
    const remains = await scene.work('office', countRemaining);
    expect(remains.get('large_class')).toEqual({ opened: 43, remaining: 35 });
    const { months, censuses } = await scene.get<BurnDown>('office', 'ledgers/large_class/burn-down');
    expect(months).toEqual([
      { month: '2022-09', opened: 40, closed: 0, remaining: 40 },
      { month: '2022-10', opened: 3, closed: 8, remaining: 35 },
    ]);
    expect(censuses.map(({ asOf }) => asOf)).toEqual(['2022-09-01', '2022-10-10']);
  });

  test('yearly targets stand against what was closed in the year', async () => {
    const set = (who: Who, quantity: number) =>
      scene.call<LedgerSummary>(who, 'PUT', 'ledgers/large_class/targets/2022', {
        body: { quantity, basis: '工作方案' },
      });
    expect((await set('education', 20)).status).toBe(403);
    await set('office', 15);
    const { body } = await set('office', 20);
    expect(body.targets).toMatchObject([{ year: 2022, target: 20, basis: '工作方案', closed: 8 }]);
  });

  test('data of an earlier day are kept and change nothing; good rows only say nothing is gone', async () => {
    const before = await entries(scene);
    const { view, result } = await takeCensus(scene, september.slice(0, 60), '2022-09-20');
    expect([view.preview?.judges, result.judged, result.follows]).toEqual([false, false, []]);
    expect(view.preview?.notes).toEqual(['已有更新的普查（2022-10-10），本次只留存，不改变台账']);
    expect(await entries(scene)).toEqual(before);
    scene.clock.set('2022-10-20');
    const spoilt = september
      .map((one, index) => (index === 0 ? { ...one, students: '很多' } : one))
      .slice(0, 5);
    const { body } = await readClassFile(scene, 'office', { bytes: classCsv(spoilt), asOf: '2022-10-20' });
    expect(body.preview).toMatchObject({ rowsRead: 5, accepted: 4, rejected: 1, confirmable: false });
    expect((await confirmClasses(scene, 'office', body.id)).status).toBe(422);
    const { body: good } = await confirmClasses(scene, 'office', body.id, { goodRowsOnly: true });
    expect(good).toMatchObject({ added: 4, skipped: 1, census: { skipped: 1 } });
    expect(good.follows.some(({ event }) => event === 'vanished')).toBe(false);
    const file = await download(scene, `class-imports/${body.id}/errors.xlsx`);
    const { sheets } = await readSheets('错误行.xlsx', file, limits);
    expect(sheets[0]?.rows.map((row) => row[5])).toEqual(['学生数', '很多']);
  });

  test('a year later every class has moved up a grade and is the same subject; a class that is gone needs a person', async () => {
    scene.clock.set('2023-09-10');
    const grown = october([]).map((one) => ({ ...one, grade: one.grade + 1 }));
    const gone = grown.findLast(({ students }) => students === 46);
    const { result } = await takeCensus(
      scene,
      grown.filter((one) => one !== gone),
      '2023-09-01',
    );
    const counted = Object.fromEntries(result.follows.map(({ event, count }) => [event, count]));
    expect(counted).toMatchObject({ vanished: 1 });
    expect(counted['opened']).toBeUndefined();
    const now = await entries(scene);
    expect(now).toHaveLength(43);
    expect(now.filter(({ data_outcome: outcome }) => outcome === 'gone').map(({ state }) => state)).toEqual([
      'open',
    ]);
    expect(now.find(({ subject }) => subject.includes('一年级'))).toBeUndefined();
    const [vanished] = now.filter(({ data_outcome: outcome }) => outcome === 'gone');
    const closed = await closeEntry(scene, vanished?.id ?? '', '2023-09-08', 'gone');
    expect(closed.state).toBe('closed');
    const { numbers } = await scene.get<LedgerSummary>('office', 'ledgers/large_class/summary');
    expect(numbers).toMatchObject({ opened: 43, gone: 1 });
    expect(numbers.remaining + numbers.closed).toBe(43);
  });

  test('a late entry becomes a task of its unit once for each due date', async () => {
    const [first] = (await entries(scene)).filter(({ state }) => state === 'open');
    const id = first?.id ?? '';
    const late = async (dueOn: string): Promise<string[]> => {
      await scene.query(`UPDATE ledger_entry SET due_on = $2 WHERE id = $1`, [id, dueOn]);
      for (const time of ['10:00', '11:00', '12:00']) {
        scene.clock.set(`2023-09-12 ${time}`);
        await scene.work('office', (work) => runLateLedgers(work));
      }
      const rows = await scene.query<{ id: string }>(
        `SELECT id FROM task WHERE source_kind = 'ledger' AND source_id = $1 AND state = 'assigned' ORDER BY seq`,
        [id],
      );
      return rows.map((row) => row.id);
    };
    const once = await late('2023-09-11');
    expect(once).toHaveLength(1);
    const task = await scene.get<TaskView>('office', `tasks/${once[0]}`);
    expect(task).toMatchObject({ source: { kind: 'ledger', title: first?.subject }, dueOn: '2023-09-11' });
    const entry = await scene.get<LedgerEntryView>('office', `ledger-entries/${id}`);
    expect(entry.taskId).toBe(once[0]);
  });
});

describe('the school ledgers follow school data', () => {
  test('a school table opens what the engine finds unmet, and a school above its limit', async () => {
    const counts = () =>
      scene.query<{ kind: string; count: number }>(
        `SELECT kind, count(*)::int AS count FROM ledger_entry WHERE kind IN ('large_school', 'school_standard')
         GROUP BY kind ORDER BY kind`,
      );
    const before = await counts();
    expect(before.map(({ kind }) => kind)).toEqual(['school_standard']);
    const [wrong] = await scene.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ledger_entry WHERE kind = 'school_standard' AND data_outcome <> 'over'`,
    );
    expect(wrong?.count).toBe(0);
    const crowded = schools.map((school, index) =>
      index === 0 ? { ...school, students: { ...school.students, primary: 2100 } } : school,
    );
    await importSchools(scene, { bytes: schoolCsv(crowded), asOf: '2023-09-02' });
    const large = await scene.query<{ subject: string; value: string; line: string }>(
      `SELECT subject, value::int::text AS value, line::text AS line FROM ledger_entry WHERE kind = 'large_school'`,
    );
    expect(large).toEqual([{ subject: schools[0]?.name, value: '2100', line: '2000' }]);
    const after = await counts();
    expect(after.find(({ kind }) => kind === 'school_standard')?.count).toBeGreaterThan(
      before[0]?.count ?? 0,
    );
  });
});

describe('whatever happens, in whatever order', () => {
  test('open and closed are all that were ever opened, nothing is there twice, nothing above the line reads as solved', async () => {
    const [one, two] = schools;
    await fc.assert(
      fc.asyncProperty(storySteps, async (steps) => {
        const story = new LedgerStory(scene, [one?.code ?? '', two?.code ?? ''], '2023-09-12');
        for (const { found, expected } of await story.play(steps)) expect(found).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
