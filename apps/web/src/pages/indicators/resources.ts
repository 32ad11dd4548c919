import type { ResourceIndicator } from '../../api/types.js';

/** The seven resource indicators, in the order of the standard. */
export const resources: readonly ResourceIndicator[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];
