import type { Actor } from '../database/actor.js';

/** Scheduled work, which no person does: it sees what the offices see and writes no task event. */
export const systemActor: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: '系统',
  role: 'supervision_office',
  unitId: null,
  unitName: null,
};
