import { describe, expect, test } from '@jest/globals';
import { initialPassword } from './initial-password.js';
import { passwordFaults } from './password-rule.js';

describe('first passwords', () => {
  test('T33 they satisfy the rules, also for a login that shares their letters', () => {
    for (let round = 0; round < 300; round += 1) {
      expect(passwordFaults(initialPassword('abcdefgh'), 'abcdefgh')).toEqual([]);
    }
  });

  test('they have no look-alike characters and never repeat', () => {
    const passwords = Array.from({ length: 300 }, () => initialPassword('caizheng'));
    expect(passwords.filter((password) => /[0O1lIio]/.test(password))).toEqual([]);
    expect(new Set(passwords).size).toBe(300);
  });
});
