import { expect, test } from '@jest/globals';
import type { Actor, Role } from '../../database/actor.js';
import { chainSteps, refusalToDecide } from './extension-chain.js';

const actor = (accountId: string, role: Role, unitId: string | null = null): Actor => ({
  accountId,
  name: accountId,
  role,
  unitId,
  unitName: null,
});
const step = (chain: keyof typeof chainSteps, deciders: string[] = []) => ({
  chain: chainSteps[chain],
  unitId: 'finance',
  askedBy: 'asker',
  deciders,
});

test('R-56 only the role whose turn it is, a head for the own unit, and never twice the same person', () => {
  const said = [
    refusalToDecide(actor('o', 'government_office'), step('office_supervision')),
    refusalToDecide(actor('s', 'supervision_office'), step('office_supervision')),
    refusalToDecide(actor('s', 'supervision_office'), step('office_supervision', ['o'])),
    refusalToDecide(actor('o', 'supervision_office'), step('office_supervision', ['o'])),
    refusalToDecide(actor('asker', 'government_office'), step('office_supervision')),
    refusalToDecide(actor('h', 'head', 'finance'), step('head_office')),
    refusalToDecide(actor('h', 'head', 'police'), step('head_office')),
    refusalToDecide(actor('o', 'government_office'), step('head_office', ['h', 'o'])),
  ];
  expect(said).toEqual([
    undefined,
    'not_your_turn',
    undefined,
    'same_person',
    'same_person',
    undefined,
    'not_your_turn',
    'not_your_turn',
  ]);
});
