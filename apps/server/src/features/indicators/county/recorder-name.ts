import type { Work } from '../../../database/unit-of-work.js';

const officeNames = { government_office: '政府办', supervision_office: '督查部门' } as const;

/** Under which name an entry stands for ever, whatever the unit is called later. */
export function recorderName(work: Work): string {
  const { role, unitName, name } = work.actor;
  if (role === 'government_office' || role === 'supervision_office') return officeNames[role];
  return unitName ?? name;
}
