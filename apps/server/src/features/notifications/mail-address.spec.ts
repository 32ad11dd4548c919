import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './mail-address.js';

describe('isMailAddress (T10)', () => {
  it.each([
    'zhang.san@xinmi.gov.cn',
    'o_office+duban@mail.xinmi.gov.cn',
    "o'neil@example.com",
    `${'a'.repeat(64)}@example.com`,
    'user@xn--fiqs8s.xn--55qx5d.cn',
    '1@2.com',
  ])('takes %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    '',
    '@',
    'a@',
    '@b.cn',
    'a',
    'a@localhost',
    'a@b',
    'a@b.c-',
    'a@-b.cn',
    'a@b..cn',
    'a@.b.cn',
    'a@b.cn.',
    'a..b@c.cn',
    '.a@b.cn',
    'a.@b.cn',
    'a@b.cn\r\nBcc: evil@example.org',
    'a@b\r\n.cn',
    'a\n@b.cn',
    'a@b.cn\0',
    'a@b.cn,evil@example.org',
    'a@b.cn;evil@example.org',
    'a@b.cn evil@example.org',
    ' a@b.cn',
    'a@b.cn ',
    '\ta@b.cn',
    '督查室 <a@b.cn>',
    '<a@b.cn>',
    '"a b"@b.cn',
    '"a\\"@b.cn',
    'a(comment)@b.cn',
    'group: a@b.cn;',
    'a@b@c.cn',
    'a%b@c.cn@d.cn',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    '张三@example.gov.cn',
    'a@例子.中国',
    `${'a'.repeat(65)}@example.com`,
    `${'a'.repeat(300)}@example.com`,
    `a@${'b'.repeat(64)}.cn`,
    `a@${'b.'.repeat(126)}cn`,
    'mailto:a@b.cn\u2028',
  ])('refuses %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
