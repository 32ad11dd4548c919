import type { DataEvent } from './judge-by-data.js';

export const dataEventNames: Readonly<Record<DataEvent | 'opened', string>> = {
  opened: '建账',
  confirmed: '数据确认销号',
  relapsed: '反弹',
  contradicted: '数据不符',
  sent_back: '数据不符，申请退回',
  measured: '数据更新',
  vanished: '对象已不在数据中',
  reappeared: '重新出现在数据中',
};
