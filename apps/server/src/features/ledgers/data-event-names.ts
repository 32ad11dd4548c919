import type { DataEvent } from './judge-by-data.js';

/** What data and the program do to an entry, as its history names it. */
export const dataEventNames: Readonly<Record<DataEvent | 'opened' | 'late_task', string>> = {
  opened: '建账',
  confirmed: '数据确认销号',
  relapsed: '反弹',
  contradicted: '数据不符',
  sent_back: '数据不符，申请退回',
  measured: '数据更新',
  vanished: '对象已不在数据中',
  reappeared: '重新出现在数据中',
  late_task: '逾期，转为督办任务',
};
