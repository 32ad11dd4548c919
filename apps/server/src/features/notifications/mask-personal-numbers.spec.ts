import { describe, expect, it } from '@jest/globals';
import { maskPersonalNumbers } from './mask-personal-numbers.js';

describe('maskPersonalNumbers (T10)', () => {
  it.each([
    ['电话 13812345678。', '电话 138****5678。'],
    ['410183199001011234', '410183********1234'],
    ['证件41018319900101123X、手机19912345678', '证件410183********123X、手机199****5678'],
  ])('%s → %s', (text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked);
  });

  it.each([
    'https://jh.example.gov.cn/outbox/01a201dc-3276-71b0-9fc3-13812345678a',
    'JH-0007，850/1050 元，2022年9月15日',
    '文号 20220915123456',
    '投资 12345678901 元',
  ])('leaves %s alone', (text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });
});
