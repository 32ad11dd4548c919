import type { LedgerEntryView } from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import { ledgerScene } from './ledger-scene.js';
import type { XinmiScene } from './xinmi-scene.js';

export async function download(from: XinmiScene, path: string): Promise<Buffer> {
  const url = `${from.server.origin}/api/v1/campaigns/${from.campaignId}/${path}`;
  const headers = { cookie: await from.cookie('office'), 'sec-fetch-site': 'same-origin' };
  return Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
}

/** 教育局 hands in a roster and applies, the supervision office re-checks, the government office confirms. */
export async function closeEntry(
  scene: XinmiScene,
  id: string,
  achievedOn: string,
  ground = 'solved',
): Promise<LedgerEntryView> {
  const { entry, upload, done } = ledgerScene(scene);
  await upload('education', id);
  const application = { note: '花名册已核对', ground, achievedOn };
  const applied = await done('education', 'application', await entry('education', id), application);
  return done('office', 'confirmation', await done('supervision', 'recheck', applied));
}

export interface EntryRow {
  id: string;
  subject: string;
  state: string;
  category: string | null;
  unit: string | null;
  data_outcome: string;
  relapses: number;
}

/** The ledger of large classes in the order of its numbers. */
export const entries = (scene: XinmiScene): Promise<EntryRow[]> =>
  scene.query<EntryRow>(
    `SELECT e.id, e.subject, e.state, e.category, u.entry AS unit, e.data_outcome, e.relapses FROM ledger_entry e
     LEFT JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     WHERE e.kind = 'large_class' ORDER BY e.seq`,
  );
