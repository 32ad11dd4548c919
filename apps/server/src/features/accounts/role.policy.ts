import type { Role } from '../../database/actor.js';
import type { Desk } from './session.dto.js';

const desks: Readonly<Record<Role, Desk>> = {
  government_office: 'assigning',
  supervision_office: 'supervising',
  handler: 'handling',
  head: 'handling',
};

/** What roles are called on the page. */
export const roleNames: Readonly<Record<Role, string>> = {
  government_office: '政府办',
  supervision_office: '督查',
  handler: '承办人',
  head: '负责人',
};

export const administratorName = '系统管理员';

export function deskOf(role: Role): Desk {
  return desks[role];
}

/** Handlers and heads stand for a unit; the offices see all units, whether they are one of them or not. */
export function belongsToUnit(role: Role): boolean {
  return role === 'handler' || role === 'head';
}
