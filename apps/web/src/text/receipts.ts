import type { SupportReceipt } from '../api/types.js';

export const receiptText: Record<SupportReceipt, string> = {
  to_sign: '待签收',
  late: '签收超期',
  in_time: '按时签收',
  signed_late: '超期签收',
  signed: '已签收',
  never: '未签收',
};

export const receiptMeaning: Record<SupportReceipt, string> = {
  to_sign: '已交办，这个配合单位还没有签收',
  late: '签收期限已过，这个配合单位还没有签收',
  in_time: '在签收期限以内签收',
  signed_late: '签收期限过后才签收',
  signed: '已签收，当时没有规定签收期限',
  never: '任务结束时这个配合单位没有签收',
};

export const receiptsText = {
  column: '配合签收',
  due: (date: string) => `签收期限 ${date}`,
  signedOn: (date: string) => `${date}签收`,
  late: (days: number) => (days === 0 ? '刚过期限' : `超 ${days} 个工作日`),
  others: (count: number) => `其余 ${count} 家已签收`,
  all: (count: number) => `${count} 家已签收`,
};
