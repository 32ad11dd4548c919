import type { Actor, Role } from '../../database/actor.js';

export const extensionChains = ['office_supervision', 'head_office'] as const;
/** Who decides on an extension, one after the other; each campaign has one. */
export type ExtensionChain = (typeof extensionChains)[number];

export const chainSteps: Readonly<Record<ExtensionChain, readonly Role[]>> = {
  office_supervision: ['government_office', 'supervision_office'],
  head_office: ['head', 'government_office'],
};

export const stepNames: Readonly<Record<Role, string>> = {
  government_office: '政府办',
  supervision_office: '督查',
  head: '本单位负责人',
  handler: '承办人',
};

interface OpenStep {
  readonly chain: readonly Role[];
  readonly unitId: string;
  readonly askedBy: string;
  /** Who has already decided. */
  readonly deciders: readonly string[];
}

/** The role whose turn it is. */
export function nextRole(step: OpenStep): Role | undefined {
  return step.chain[step.deciders.length];
}

export type DecisionRefusal = 'not_your_turn' | 'same_person';

/**
 * Whether this person may decide now: the role whose turn it is, a head only for the own unit, and never the one who
 * asked or has decided before (R-56: two distinct people).
 */
export function refusalToDecide(actor: Actor, step: OpenStep): DecisionRefusal | undefined {
  const role = nextRole(step);
  if (role !== actor.role || (role === 'head' && actor.unitId !== step.unitId)) return 'not_your_turn';
  if (actor.accountId === step.askedBy || step.deciders.includes(actor.accountId)) return 'same_person';
  return undefined;
}
