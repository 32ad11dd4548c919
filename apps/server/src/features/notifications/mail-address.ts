// RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all.
const longestLocalPart = 64;
const longestAddress = 254;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Whether a text is one plain mailbox and nothing else. Stricter than the standard on purpose: a mail library that is
 * given a line end, a comma or a display name delivers to other people than the register says (T10).
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return (
    text.length <= longestAddress &&
    at > 0 &&
    at <= longestLocalPart &&
    localPart.test(text.slice(0, at)) &&
    domain.test(text.slice(at + 1))
  );
}
