import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EvidenceRow } from '../../apps/server/src/features/tasks/tasks.module.js';
import { pdf } from '../support/evidence-files.js';
import { EvidenceScene, type ScenePerson } from '../support/evidence-scene.js';

interface Task {
  readonly version: number;
  readonly state: string;
  readonly evidence: readonly EvidenceRow[];
  readonly missingEvidenceKinds: readonly string[];
}

let scene: EvidenceScene;
beforeAll(async () => {
  scene = await EvidenceScene.create();
});
afterAll(() => scene.close());

const taskPath = (): string => scene.path.replace(/\/evidence$/, '');
const task = async (): Promise<Task> =>
  (await (await scene.fetch(taskPath(), scene.plan.lead)).json()) as Task;
const upload = async (mark: string, kind: string): Promise<number> =>
  (await scene.upload(scene.plan.lead, { content: Buffer.concat([pdf, Buffer.from(mark)]), kind })).status;
const act = async (
  person: ScenePerson,
  action: string,
  note?: string,
  version?: number,
): Promise<Response> => {
  const body = JSON.stringify({ version: version ?? (await task()).version, ...(note ? { note } : {}) });
  const headers = { 'content-type': 'application/json' };
  return scene.fetch(`${taskPath()}/${action}`, person, { method: 'POST', body, headers });
};
const statuses = async (): Promise<string[]> =>
  (await task()).evidence.map((row) => `${row.kind} ${row.status}`);

/** What nobody may do once the evidence is with the reviewer. */
async function expectImmutable(): Promise<void> {
  const before = await task();
  expect(await upload('late', 'other')).toBe(409);
  for (const row of before.evidence) {
    for (const person of [scene.plan.lead, scene.plan.leadHead, scene.plan.office]) {
      const response = await scene.fetch(`${scene.path}/${row.id}`, person, { method: 'DELETE' });
      expect([403, 409]).toContain(response.status);
    }
  }
  expect((await task()).evidence).toEqual(before.evidence);
}

describe('evidence from draft to closed', () => {
  test('R-86 a submission that is refused keeps the upload as a draft', async () => {
    expect(await upload('minutes', 'minutes')).toBe(201);
    const missing = await act(scene.plan.lead, 'submit');
    expect(missing.status).toBe(422);
    expect(await missing.json()).toMatchObject({
      code: 'evidence_missing',
      missingEvidenceKinds: ['document'],
    });
    const stale = await act(scene.plan.lead, 'submit', undefined, 999);
    expect(stale.status).toBe(409);
    expect(await statuses()).toEqual(['minutes draft']);
    expect((await task()).state).toBe('in_progress');
  });

  test('R-61 R-62 a complete submission freezes every draft, with its number and hash in the history', async () => {
    expect(await upload('document', 'document')).toBe(201);
    expect((await task()).missingEvidenceKinds).toEqual([]);
    expect((await act(scene.plan.lead, 'submit')).status).toBe(200);
    const { evidence } = await task();
    expect(evidence.map((row) => [row.status, row.submissionNo, row.canDelete])).toEqual([
      ['frozen', 1, false],
      ['frozen', 1, false],
    ]);
    const events = await (await scene.fetch(`${taskPath()}/events`, scene.plan.lead)).text();
    for (const row of evidence) expect(events).toContain(row.sha256);
    await expectImmutable();
  });

  test('R-62 after a return new files are drafts and the earlier ones stay frozen', async () => {
    expect((await act(scene.plan.office, 'return', '缺少盖章页')).status).toBe(200);
    expect(await upload('stamped', 'document')).toBe(201);
    expect(await statuses()).toEqual(['minutes frozen', 'document frozen', 'document draft']);
    expect((await act(scene.plan.lead, 'submit')).status).toBe(200);
    expect((await task()).evidence.map((row) => row.submissionNo)).toEqual([1, 1, 2]);
  });

  test('T27 R-62 after closing nothing can be added or deleted by anyone', async () => {
    expect((await act(scene.plan.office, 'close')).status).toBe(200);
    expect((await task()).state).toBe('closed');
    await expectImmutable();
  });
});
