import type { Work } from '../../database/unit-of-work.js';
import type { PresetId } from './recurring.dto.js';

/** The desk never again asks for this preset to be taken over; taking it over stays possible. */
export async function dismissPreset(work: Work, preset: PresetId): Promise<void> {
  await work.manager.query(
    `INSERT INTO recurring_preset_dismissal (campaign_id, preset, dismissed_by, dismissed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT recurring_preset_dismissal_pk DO NOTHING`,
    [work.campaignId, preset, work.actor.accountId, work.now],
  );
}
