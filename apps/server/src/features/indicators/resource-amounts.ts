import { type Ratio, type ResourceIndicator, showRatio } from '#indicator-engine';

/** What each of the seven resources is counted in. */
export const resourceUnits: Readonly<Record<ResourceIndicator, string>> = {
  C1: '人',
  C2: '人',
  C3: '人',
  C4: '㎡',
  C5: '㎡',
  C6: '元',
  C7: '间',
};

/** At most two decimal places, without needless zeros. */
export function amountText(ratio: Ratio): string {
  return showRatio(ratio, 2).replace(/\.?0+$/, '');
}
