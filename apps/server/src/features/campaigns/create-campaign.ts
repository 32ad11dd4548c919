import type { PackWork } from './pack.repository.js';

/** Makes an empty campaign under the id of the unit of work; its plan comes with `loadPackIntoCampaign`. */
export async function createCampaign(
  work: PackWork,
  campaign: { readonly name: string; readonly place: string; readonly example?: boolean },
): Promise<void> {
  await work.manager.query(
    `INSERT INTO campaign (id, name, place, example, created_at) VALUES ($1, $2, $3, $4, $5)`,
    [work.campaignId, campaign.name, campaign.place, campaign.example ?? false, work.now],
  );
}
