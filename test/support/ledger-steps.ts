import { expect } from '@jest/globals';
import type { LedgerEntryView } from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import type { Who, XinmiScene } from './xinmi-scene.js';

/** A step of an entry's life that must work. */
export async function stepEntry(
  scene: XinmiScene,
  who: Who,
  id: string,
  step: string,
  more: object = {},
): Promise<LedgerEntryView> {
  const { version } = await scene.get<LedgerEntryView>('office', `ledger-entries/${id}`);
  const body = { version, note: '花名册已核对', ...more };
  const answer = await scene.call<LedgerEntryView>(who, 'POST', `ledger-entries/${id}/${step}`, { body });
  expect([step, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([step, 200, '']);
  return answer.body;
}

/** The unit hands in a roster and applies, the supervision office re-checks, the government office confirms. */
export async function closeEntry(
  scene: XinmiScene,
  id: string,
  achievedOn: string,
  ground = 'solved',
): Promise<LedgerEntryView> {
  const form = new FormData();
  form.append('kind', 'roster');
  form.append('file', new Blob(['班级花名册']), '花名册.txt');
  const sent = await scene.call('education', 'POST', `ledger-entries/${id}/evidence`, { body: form });
  expect(sent.status).toBe(201);
  await stepEntry(scene, 'education', id, 'application', { ground, achievedOn });
  await stepEntry(scene, 'supervision', id, 'recheck');
  return stepEntry(scene, 'office', id, 'confirmation');
}
