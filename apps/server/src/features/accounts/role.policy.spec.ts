import { describe, expect, test } from '@jest/globals';
import { belongsToUnit, deskOf } from './role.policy.js';

describe('roles', () => {
  test.each([
    ['government_office', 'assigning', false],
    ['supervision_office', 'supervising', false],
    ['handler', 'handling', true],
    ['head', 'handling', true],
  ] as const)('%s works at the %s desk; stands for a unit: %s', (role, desk, unit) => {
    expect(deskOf(role)).toBe(desk);
    expect(belongsToUnit(role)).toBe(unit);
  });
});
