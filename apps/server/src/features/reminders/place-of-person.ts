import type { Role } from '../../database/actor.js';

export const supervisionOfficeName = '督查室';

/** Where a person belongs, as the why pages say it; null for people of the government office without a unit. */
export function placeOf(role: Role, unitName: string | null): string | null {
  return unitName ?? (role === 'supervision_office' ? supervisionOfficeName : null);
}
