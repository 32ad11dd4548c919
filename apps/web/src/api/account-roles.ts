import type { Role } from './types.js';

/** Roles that act for a member unit; the two offices act for the campaign. */
export const unitRoles: ReadonlySet<Role> = new Set(['handler', 'head']);
