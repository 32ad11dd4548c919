import { describe, expect, test } from '@jest/globals';
import { isMailAddress } from './is-mail-address.js';

describe('mail addresses of accounts', () => {
  test.each(['a@b.cn', 'zhang.san+1@mail.xinmi.gov.cn', 'x_y-z@a-b.com'])('%s is taken', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  test.each([
    ['line break', 'a@b.cn\r\nBcc: c@d.cn'],
    ['trailing line break', 'a@b.cn\n'],
    ['two addresses', 'a@b.cn,c@d.cn'],
    ['display name', '张三 <a@b.cn>'],
    ['quoted local part', '"a b"@c.cn'],
    ['no domain', 'a@localhost'],
    ['space', 'a b@c.cn'],
    ['too long', `${'a'.repeat(60)}@${'b.'.repeat(100)}cn`],
    ['no text', 5],
  ])('refused: %s', (_, address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
