import type { PhaseView } from '../../api/types.js';

/** What everything about one phase needs. */
export interface PhaseProps {
  cid: string;
  phase: PhaseView;
}
