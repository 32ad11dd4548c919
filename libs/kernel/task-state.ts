/** 草稿、已交办、已签收、办理中、待审核、已销号、已中止、已撤销 */
export const taskStates = [
  'draft',
  'assigned',
  'signed',
  'in_progress',
  'in_review',
  'closed',
  'suspended',
  'cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

/** States in which the unit's clock runs: only these can be overdue, reminded of or escalated. */
export const runningStates: readonly TaskState[] = ['assigned', 'signed', 'in_progress'];

/** The number people quote: JH-0007. */
export function taskNumber(seq: number): string {
  return `JH-${String(seq).padStart(4, '0')}`;
}
