import { v7 } from 'uuid';
import type { XinmiScene } from './xinmi-scene.js';

/** A rule as the office types it, due in a period far off. */
export const recurringRule = (scene: XinmiScene) => ({
  ...{ title: '月报', description: '', audience: 'units', unitIds: [scene.id('unit tax')] },
  recurrence: {
    ...{ frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 5 }, roll: 'forward' },
    ...{ firstPeriod: '2030-01' },
  },
  ...{ createAheadDays: 7, missed: 'all', requiredEvidence: [], priority: 'normal' },
});

/** The same rule in the database. @returns its id */
export async function storedRule(scene: XinmiScene): Promise<string> {
  const id = v7();
  const { title, recurrence, unitIds } = recurringRule(scene);
  await scene.query(
    `INSERT INTO recurring_rule (campaign_id, id, title, description, recurrence, audience, unit_ids, create_ahead_days,
       missed, required_evidence, priority, state, created_by, created_at, updated_at)
     VALUES ($1, $2, $3, '', $4, 'units', $5, 7, 'all', '{}', 'normal', 'active', $6, now(), now())`,
    [scene.campaignId, id, title, { ...recurrence, lastPeriod: null }, unitIds, scene.accountId('office')],
  );
  return id;
}
