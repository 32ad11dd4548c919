import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type {
  ClassCensusRow,
  ClassImportState,
  ClassImportView,
} from '../../apps/server/src/features/ledgers/class-imports.dto.js';
import {
  classCsv,
  confirmClasses,
  readClassFile,
  type TableClass,
  takeCensus,
} from '../support/class-table.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-10-10');
});
afterAll(() => scene.close());

// Twelve primary schools with ten classes each; in all 40 above 45, of which 16 from 56 and 6 from 66.
const schools = tableSchools(36, 7).filter(({ kind }) => kind === 'primary');
const large = (index: number): number => (index < 6 ? 66 + index : index < 16 ? 56 + (index % 10) : 46);
const september: TableClass[] = schools.flatMap(({ code }, school) =>
  Array.from({ length: 10 }, (_, index) => ({
    school: code,
    stage: '小学' as const,
    grade: (index % 5) + 1,
    name: `${Math.floor(index / 5) + 1}班`,
    students: index * 12 + school < 40 ? large(index * 12 + school) : 45,
  })),
);

interface EntryRow {
  id: string;
  subject: string;
  state: string;
  category: string | null;
  unit: string | null;
  data_outcome: string;
  relapses: number;
}

const entries = (): Promise<EntryRow[]> =>
  scene.query<EntryRow>(
    `SELECT e.id, e.subject, e.state, e.category, u.entry AS unit, e.data_outcome, e.relapses FROM ledger_entry e
     LEFT JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     WHERE e.kind = 'large_class' ORDER BY e.seq`,
  );

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
    expect(await entries()).toEqual([]);
    const confirmed = await confirmClasses(scene, 'education', id);
    expect(confirmed.body).toMatchObject({
      added: 120,
      judged: true,
      follows: body.preview?.follows,
      census: { aboveStandard: 40, large: 16, oversize: 6, schoolYear: '2022-2023' },
    });
    const opened = await entries();
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
    const before = await entries();
    for (const bytes of [classCsv(september), classCsv(september.toReversed())]) {
      const { body } = await readClassFile(scene, 'office', { bytes, asOf: '2022-09-01' });
      expect(body.preview).toMatchObject({ unchanged: 120, confirmable: false });
      const { body: result } = await confirmClasses(scene, 'office', body.id);
      expect(result).toMatchObject({ added: 0, alreadyImported: true, follows: [] });
    }
    expect(await entries()).toEqual(before);
    const [counted] = await scene.query<{ count: number }>(`SELECT count(*)::int AS count FROM ledger_event`);
    expect(counted?.count).toBeGreaterThanOrEqual(40);
  });
});

void takeCensus;
