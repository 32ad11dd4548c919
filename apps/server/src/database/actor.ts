export type Role = 'government_office' | 'supervision_office' | 'handler' | 'head';

/** Who acts in a campaign, with the unit the person belongs to at this moment. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly unitName: string | null;
}
