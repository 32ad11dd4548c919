import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type {
  Responsibilities,
  ResponsibilityRow,
} from '../../apps/server/src/features/indicators/responsibilities/responsibilities.dto.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
});
afterAll(() => scene.close());

const row = async (indicator: string): Promise<ResponsibilityRow> => {
  const { items } = await scene.get<Responsibilities>('police', 'indicators/responsibilities');
  const found = items.find((each) => each.indicator === indicator);
  if (!found) throw new Error(`there is no ${indicator}`);
  return found;
};

describe('responsibilities', () => {
  const change = (who: Who, indicator: string, body: object) =>
    scene.call<ResponsibilityRow>(who, 'PUT', `indicators/responsibilities/${indicator}`, { body });
  const wanted = (lead: string, support: readonly string[] = []) => ({
    leadUnitIds: [scene.id(`unit ${lead}`)],
    supportUnitIds: support.map((unit) => scene.id(`unit ${unit}`)),
    dueMonth: 10,
    dueDay: 15,
    note: '按县里分工',
  });

  test('are the names and the cycle of the standard until the campaign says otherwise', async () => {
    const { items } = await scene.get<Responsibilities>('police', 'indicators/responsibilities');
    expect(items).toHaveLength(32);
    expect(await row('C1')).toMatchObject({
      leadUnits: [{ shortName: '教育局' }],
      dueMonth: 9,
      dueDay: 20,
      ownUnits: false,
      version: 0,
    });
    expect((await row('C17')).unmatchedNames).toEqual(['编办']);
  });

  test('count on the board, and 恢复默认 takes them back; both are in the audit log', async () => {
    const changed = await change('office', 'C20', { version: 0, ...wanted('police', ['finance']) });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { ownUnits: true, dueMonth: 10, ownDue: true, note: '按县里分工', version: 1 },
    ]);
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board');
    expect(board.rows.find(({ id }) => id === 'C20')).toMatchObject({
      leadUnits: [{ shortName: '公安局' }],
      supportUnits: [{ shortName: '财政局' }],
      leadNames: [],
      dataDueOn: '2022-10-15',
    });
    const reset = await scene.call<ResponsibilityRow>(
      'office',
      'POST',
      'indicators/responsibilities/C20/reset',
      { body: { version: 1 } },
    );
    expect(reset.body).toMatchObject({ ownUnits: false, ownDue: false, note: '', version: 2 });
    const audit = await scene.query<{ target: string; detail: { after: { ownUnits: boolean } } }>(
      `SELECT target, detail FROM audit_event WHERE action = 'responsibility_changed' ORDER BY id`,
    );
    expect(audit.map(({ target, detail }) => [target, detail.after.ownUnits])).toEqual([
      ['C20', true],
      ['C20', false],
    ]);
  });

  test('R-63 are refused of an old version, with a unit twice, with a day that does not exist, and to others', async () => {
    expect((await change('office', 'C21', { version: 3, ...wanted('police') })).status).toBe(409);
    const fault = async (body: object) => {
      const answer = await change('office', 'C21', { version: 0, ...wanted('police'), ...body });
      return [answer.status, (answer.body as unknown as { errors: { pointer: string }[] }).errors];
    };
    expect(await fault({ leadUnitIds: [] })).toMatchObject([400, [{ pointer: '/leadUnitIds' }]]);
    expect(await fault({ supportUnitIds: [scene.id('unit police')] })).toMatchObject([
      422,
      [{ pointer: '/supportUnitIds' }],
    ]);
    expect(await fault({ dueMonth: 2, dueDay: 30 })).toMatchObject([422, [{ pointer: '/dueDay' }]]);
    expect(await fault({ leadUnitIds: [v7()] })).toMatchObject([422, [{ pointer: '/leadUnitIds' }]]);
    expect((await change('supervision', 'C21', { version: 0, ...wanted('police') })).status).toBe(403);
    expect((await change('office', 'C99', { version: 0, ...wanted('police') })).status).toBe(404);
  });

  test('decide who imports school data', async () => {
    const [before] = [await row('C1')];
    const table = { body: new FormData() };
    expect((await scene.call('police', 'POST', 'school-imports', table)).status).toBe(403);
    await change('office', 'C1', { version: before.version, ...wanted('police') });
    expect((await scene.call('police', 'POST', 'school-imports', table)).status).not.toBe(403);
    await scene.call('office', 'POST', 'indicators/responsibilities/C1/reset', {
      body: { version: before.version + 1 },
    });
  });
});
