import { describe, expect, test } from '@jest/globals';
import { passwordFaults } from './password-rule.js';

describe('T33 rules for passwords that people choose', () => {
  test.each([
    ['Abcdefgh12', 'caizheng'],
    ['abcdefg-12', 'caizheng'],
    ['ABCDEFG-12', 'caizheng'],
    ['密码Abcd1234', 'caizheng'],
    ['Ab1-Ab1-Ab', 'ab'],
  ])('T33 %s is good for %s', (password, login) => {
    expect(passwordFaults(password, login)).toEqual([]);
  });

  test.each([
    ['nine characters', 'Abcdefg12', 'caizheng', /至少 10 位/],
    ['two classes', 'abcdefgh12', 'caizheng', /三类/],
    ['one class', 'abcdefghij', 'caizheng', /三类/],
    ['the whole login', 'Caizheng-2026', 'caizheng', /登录名/],
    ['three characters of the login, in other case', 'Xxxx-HEN-1234', 'caizheng', /登录名/],
    ['the last three characters of the login', 'Xxxx-eng-1234', 'caizheng', /登录名/],
    ['129 characters', `Aa1-${'x'.repeat(125)}`, 'caizheng', /最多 128 位/],
  ])('T33 refused: %s', (_, password, login, reason) => {
    expect(passwordFaults(password, login)).toEqual([expect.stringMatching(reason)]);
  });

  test('T33 a character outside the basic plane counts once', () => {
    expect(passwordFaults('𠮷𠮷𠮷𠮷𠮷Ab1', 'caizheng')).toEqual([expect.stringMatching(/至少 10 位/)]);
  });

  test('all faults are named at once', () => {
    expect(passwordFaults('caizheng', 'caizheng')).toHaveLength(3);
  });
});
