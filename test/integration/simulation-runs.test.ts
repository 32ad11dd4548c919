import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LadderVersions } from '../../apps/server/src/features/escalation/ladder.dto.js';
import { readSimulationInput } from '../../apps/server/src/features/simulation/simulated-rules.queries.js';
import type {
  Simulations,
  SimulationView,
} from '../../apps/server/src/features/simulation/simulations.dto.js';
import { shippedLadder } from '../support/ladder-scene.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
let ladderVersionId: string;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
  const body = { ladder: shippedLadder(), leaderIds: [], basis: '督查室核定' };
  const saved = await scene.call<LadderVersions>('supervision', 'POST', 'ladder/versions', { body });
  ladderVersionId = saved.body.items[0]?.id ?? '';
});
afterAll(() => scene.close());

const ask = (from: string, to: string) =>
  scene.call<SimulationView>('supervision', 'POST', 'simulations', { body: { ladderVersionId, from, to } });
const look = (id: string) => scene.get<SimulationView>('office', `simulations/${id}`);

async function ended(id: string): Promise<SimulationView> {
  for (;;) {
    const view = await look(id);
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a ladder tried out before it holds', () => {
  test('is simulated with the campaign’s own rules beside its work, one at a time, and the result is kept', async () => {
    await scene.query(`UPDATE campaign SET receipt_working_days = 1`);
    const before = await scene.query(`SELECT count(*) FROM task`);
    const asked = await ask('2022-09-01', '2022-09-06');
    expect(asked).toMatchObject({ status: 201, body: { state: 'running', ladderNumber: 1, result: null } });
    expect((await ask('2022-09-01', '2022-09-06')).status).toBe(409);
    const input = await scene.work('office', (work) => readSimulationInput(work, asked.body.id));
    expect(input.rules.limits).toMatchObject({ receiptWorkingDays: 1 });
    const { result, ...view } = await ended(asked.body.id);
    expect(view).toMatchObject({ state: 'done', share: 1, error: null });
    const [september] = result?.months ?? [];
    expect(september).toMatchObject({ month: '2022-09', assigned: result?.tasks });
    expect(september?.messages).toBe(
      (september?.sent ?? 0) + (september?.withdrawn ?? 0) + (september?.held ?? 0),
    );
    expect(september?.paperKinds.reduce((sum, { count }) => sum + count, 0)).toBe(september?.papers);
    expect(await scene.query(`SELECT count(*) FROM task`)).toEqual(before);
    const { items, pack } = await scene.get<Simulations>('office', 'simulations');
    expect(pack).toBe('xinmi');
    expect(items).toMatchObject([{ id: asked.body.id, messages: result?.messages, papers: result?.papers }]);
  });

  test('one that died with its process makes room, and an impossible span is refused', async () => {
    await scene.query(
      `UPDATE simulation_run SET state = 'running', result = NULL, beat_at = '2022-08-31T00:00:00Z'`,
    );
    const refused = await ask('2022-09-02', '2022-09-01');
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/to' }] } });
    const asked = await ask('2022-09-03', '2022-09-03');
    expect(asked.status).toBe(201);
    expect(await ended(asked.body.id)).toMatchObject({
      state: 'done',
      result: { workingDays: 0, months: [] },
    });
    const { items } = await scene.get<Simulations>('office', 'simulations');
    expect(items[1]).toMatchObject({ state: 'failed', error: expect.stringContaining('请重新推演') });
  });
});
