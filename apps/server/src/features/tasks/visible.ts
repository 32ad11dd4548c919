import type { Actor } from '../../database/actor.js';
import type { Parameters } from '../../database/parameters.js';
import { isOffice } from './task.policy.js';

/** R-82 as SQL over `t`: the same rule as `sees` in the policy, for lists and counts. */
export function visibleSql(parameters: Parameters, actor: Actor): string {
  if (isOffice(actor)) return 'TRUE';
  const unit = `${parameters.add(actor.unitId)}::uuid`;
  return `t.state <> 'draft' AND (t.lead_unit_id = ${unit} OR ${supportedBySql(unit)})`;
}

/** Whether a unit supports `t`. @param unit SQL of the unit's id */
export function supportedBySql(unit: string): string {
  return `EXISTS (SELECT 1 FROM task_support s
    WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = ${unit})`;
}

/** Whether a unit has not signed for its part of `t`. @param unit SQL of the unit's id @param more SQL over `s` */
export function unsignedBySql(unit: string, more = 'TRUE'): string {
  return `EXISTS (SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
    AND s.unit_id = ${unit} AND s.state = 'assigned' AND ${more})`;
}

/** Whether a unit supports `t` and has not completed its part. @param unit SQL of the unit's id */
export function openlySupportedBySql(unit: string): string {
  return `EXISTS (SELECT 1 FROM task_support s
    WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = ${unit} AND s.state <> 'completed')`;
}
