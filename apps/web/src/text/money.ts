import { remedyText } from './remedy.js';

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** 元 → `1,234.5 万元` */
export const moneyText = (yuan: string | number): string =>
  remedyText.money(figures.format(Number(yuan) / 10_000));
