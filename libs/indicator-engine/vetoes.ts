import type { VetoResult } from './results.js';
import type { Standard, VetoEvent } from './types.js';

/**
 * The register of events against the six vetoes, as it stood on the standard's date: an open event means no
 * recognition, a suspected one is to be verified, a cleared one counts from the day it was cleared.
 * @example evaluateVetoes([], standard).every((each) => each.verdict === 'met') // true
 */
export function evaluateVetoes(events: readonly VetoEvent[], standard: Standard): VetoResult[] {
  return standard.vetoes.map(({ id, name }) => {
    const own = events.filter((each) => each.veto === id && each.occurredOn <= standard.asOf);
    const standing = own.filter((each) => !wasCleared(each, standard));
    const open = standing.some((each) => each.state !== 'suspected');
    return {
      veto: id,
      name,
      verdict: open ? 'unmet' : standing.length > 0 ? 'to_verify' : 'met',
      events: own,
    };
  });
}

function wasCleared(event: VetoEvent, standard: Standard): boolean {
  return event.state === 'cleared' && (event.clearedOn === null || event.clearedOn <= standard.asOf);
}
