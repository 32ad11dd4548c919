import type { GapTasksDraft } from '../../api/types.js';

/** Which gap: all of an indicator, or those of one school. */
export type Gap = Pick<GapTasksDraft, 'indicator' | 'schoolCode' | 'stage' | 'dataSetId'>;
