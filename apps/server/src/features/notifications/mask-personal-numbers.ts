// Not inside a longer run of digits or letters: the links of a message contain ids.
const identityCard = /(?<![0-9A-Za-z-])(\d{6})\d{8}(\d{3}[\dXx])(?![0-9A-Za-z])/g;
const mobilePhone = /(?<![0-9A-Za-z-])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/g;

/** Identity card and mobile numbers that someone typed into a title or a progress note do not leave by mail (T10). */
export function maskPersonalNumbers(text: string): string {
  return text.replace(identityCard, '$1********$2').replace(mobilePhone, '$1****$2');
}
