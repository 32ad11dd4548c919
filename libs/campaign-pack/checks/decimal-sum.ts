/**
 * Adds decimal texts exactly.
 * @returns the sum with as many decimals as the longest of them
 * @example sumOfDecimals(['0.1', '0.25']) // '0.35'
 */
export function sumOfDecimals(texts: readonly string[]): string {
  const scale = Math.max(0, ...texts.map((text) => fractionOf(text).length));
  const total = texts.reduce((sum, text) => sum + scaled(text, scale), 0n);
  const digits = total.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function scaled(text: string, scale: number): bigint {
  return BigInt((text.split('.')[0] ?? '') + fractionOf(text).padEnd(scale, '0'));
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}
