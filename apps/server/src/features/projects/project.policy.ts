import type { Actor } from '../../database/actor.js';

/** 政府办 keeps the facts and the plan of a project. */
export function mayEditProjects(actor: Actor): boolean {
  return actor.role === 'government_office';
}

/** The units that are responsible for a project report on it, and 政府办 for whoever does not. */
export function mayReport(actor: Actor, unitIds: readonly string[]): boolean {
  return actor.role === 'government_office' || (actor.unitId !== null && unitIds.includes(actor.unitId));
}
