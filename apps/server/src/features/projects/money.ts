const decimals = 4;
const unit = 10n ** BigInt(decimals);

/** 万元 as exact text; the database keeps four decimals. @param texts such as `120.5` */
export function sumMoney(texts: readonly string[]): string {
  return moneyText(texts.reduce((sum, text) => sum + scaled(text), 0n));
}

/** @example lessMoney('10', '12.5') // '-2.5' */
export function lessMoney(a: string, b: string): string {
  return moneyText(scaled(a) - scaled(b));
}

function scaled(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * unit + BigInt(fraction.padEnd(decimals, '0'));
  return negative ? -value : value;
}

function moneyText(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = (size % unit).toString().padStart(decimals, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / unit}${fraction === '' ? '' : `.${fraction}`}`;
}
