import type { FieldFault } from '#kernel';

const identityCard = /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/;
const phone = /(?<!\d)1\d{10}(?!\d)/;

/**
 * The register is read by everybody in the campaign: numbers of persons do not belong in it.
 * @example personalNumberFaults({ description: '家长13800000000反映' })[0]?.message // '含有11位手机号…'
 */
export function personalNumberFaults(texts: Readonly<Record<string, string>>): FieldFault[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const digits = text.normalize('NFKC').replaceAll(/(?<=\d)[ -](?=\d)/g, '');
    const found = [
      ...(identityCard.test(digits) ? ['18位身份证号'] : []),
      ...(phone.test(digits) ? ['11位手机号'] : []),
    ];
    return found.map((what) => ({
      pointer: `/${field}`,
      message: `含有${what}：登记簿全体成员可见，不写个人信息，请删去`,
    }));
  });
}
