import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { machineClock } from '../../apps/server/src/config/system-clock.js';
import { type Actor } from '../../apps/server/src/database/actor.js';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { addEvidence, checkEvidence } from '../../apps/server/src/features/evidence/evidence.module.js';
import {
  keepSweeperAway,
  type SweepResult,
  sweepEvidence,
} from '../../apps/server/src/features/evidence/sweep-evidence.js';
import { pdf } from '../support/evidence-files.js';
import { EvidenceScene } from '../support/evidence-scene.js';

const hour = 3_600_000;

let scene: EvidenceScene;
beforeAll(async () => {
  scene = await EvidenceScene.create();
});
afterAll(() => scene.close());

const sweep = (hoursFromNow = 0): Promise<SweepResult> =>
  scene.dataSource.transaction((manager) =>
    sweepEvidence(manager, scene.store, machineClock.now() + hoursFromNow * hour),
  );
const actor = (): Actor => ({
  accountId: scene.plan.lead.id,
  name: '承办',
  role: 'handler',
  unitId: null,
  unitName: null,
});

/** Uploads past HTTP; `fault` breaks it at that point. */
async function add(content: Buffer, fault?: string): Promise<string> {
  const [task] = await scene.dataSource.query<{ lead_unit_id: string }[]>(`SELECT lead_unit_id FROM task`);
  const time = new BusinessTime(machineClock, undefined);
  const unitOfWork = new UnitOfWork(scene.dataSource, time, new FaultPoints(fault));
  const received = await scene.store.receive(Readable.from([content]));
  const accepted = { fileName: '报告.pdf', mediaType: 'application/pdf' };
  const { campaignId, taskId } = scene.plan;
  await unitOfWork.run({ actor: { ...actor(), unitId: task?.lead_unit_id ?? null }, campaignId }, (work) =>
    addEvidence(work, scene.store, { taskId, kind: 'document', received, accepted }),
  );
  return received.sha256;
}

describe('R-85 sweeping the evidence store', () => {
  test.each(['after-evidence-file:1:throw', 'before-commit:1:throw'])(
    'a failure at %s leaves a file without row, which goes to quarantine after a day and not before',
    async (fault) => {
      const content = Buffer.concat([pdf, Buffer.from(fault)]);
      await expect(add(content, fault)).rejects.toThrow('fault at');
      const check = await checkEvidence(scene.dataSource.manager, scene.store);
      expect(check.filesWithoutRow).toHaveLength(1);
      expect(check.missing).toEqual([]);
      expect(await sweep(23)).toEqual({ unfinished: 0, quarantined: [] });
      expect(await sweep(25)).toEqual({ unfinished: 0, quarantined: check.filesWithoutRow });
      expect(readdirSync(scene.store.quarantine)).toContain(check.filesWithoutRow[0]);
      const after = await checkEvidence(scene.dataSource.manager, scene.store);
      expect(after.filesWithoutRow).toEqual([]);
    },
  );

  test('a file with a row is never touched, however old', async () => {
    const sha256 = await add(pdf);
    expect(await sweep(24 * 365)).toEqual({ unfinished: 0, quarantined: [] });
    const check = await checkEvidence(scene.dataSource.manager, scene.store);
    expect(check).toEqual({ rows: 1, files: 1, missing: [], changed: [], filesWithoutRow: [] });
    expect(readdirSync(join(scene.store.root, sha256.slice(0, 2)))).toEqual([sha256]);
  });

  test('an unfinished upload is removed after an hour, one in progress is not', async () => {
    const [old, young] = [join(scene.store.temporary, 'old'), join(scene.store.temporary, 'young')];
    writeFileSync(old, 'half');
    writeFileSync(young, 'half');
    const longAgo = new Date(machineClock.now() - 2 * hour);
    utimesSync(old, longAgo, longAgo);
    expect(await sweep()).toEqual({ unfinished: 1, quarantined: [] });
    expect(readdirSync(scene.store.temporary)).toEqual(['young']);
  });

  test('a sweep waits for an upload between file and row', async () => {
    const content = Buffer.concat([pdf, Buffer.from('again')]);
    await expect(add(content, 'before-commit:1:throw')).rejects.toThrow('fault at');
    const runner = scene.dataSource.createQueryRunner();
    await runner.startTransaction();
    const order: string[] = [];
    const received = await scene.store.receive(Readable.from([content]));
    await keepSweeperAway(runner.manager);
    await scene.store.keep(received);
    const swept = sweep(25).then(() => order.push('swept'));
    await delay(200);
    order.push('committed');
    await runner.commitTransaction();
    await runner.release();
    await swept;
    expect(order).toEqual(['committed', 'swept']);
  });
});
