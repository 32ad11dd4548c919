// Runs of digits as people type them: in one piece, or parted by blanks and hyphens. Longer runs are refused too: whoever
// needs 18 digits in a ledger of counts is typing what does not belong there.
const identity =
  /\d{17}[\dXx]|[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]/;
const mobile = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const header =
  /^.{0,8}(?:姓名|身份证件?号?码?|证件号码?|学籍号码?|家庭住址|家庭地址|现?住址|户籍所在地|户籍地址|联系电话|联系方式|电话号?码?|手机号?码?|监护人|家长)$/;

/**
 * What of a person stands in a text that must name none.
 * @returns 身份证号 or 手机号码; undefined when there is neither
 */
export function personalNumberIn(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2010-\u2015]+/g, (gap) => (gap.trim() === '' ? ' ' : '-'));
  if (identity.test(plain)) return '身份证号';
  return mobile.test(plain) ? '手机号码' : undefined;
}

/** Whether a column of this name is there to hold what identifies a person. */
export function isPersonalHeader(text: string): boolean {
  return header.test(text.normalize('NFKC').replace(/[\s*]|\(.*\)/g, ''));
}
