import type { Actor } from '../../../database/actor.js';
import type { Parameters } from '../../../database/parameters.js';
import { isOffice } from './ledger.policy.js';

/** R-82 as SQL over `e`: the same rule as `seesEntry` in the policy, for lists and counts. */
export function visibleEntriesSql(parameters: Parameters, actor: Actor): string {
  if (isOffice(actor)) return 'TRUE';
  const unit = `${parameters.add(actor.unitId)}::uuid`;
  return `(e.unit_id = ${unit} OR e.township_id = ${unit})`;
}
