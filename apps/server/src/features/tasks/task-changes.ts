import type { TaskChange } from './tasks.dto.js';

const fieldNames = {
  title: '标题',
  description: '内容要求',
  leadUnit: '牵头单位',
  supportingUnits: '配合单位',
  dueOn: '期限',
  dueRule: '期限算法',
  effectiveDueOn: '实际期限',
  receiptDueOn: '签收期限',
  supportReceiptDueOn: '配合单位签收期限',
  verificationDueOn: '审核期限',
  clause: '依据条款',
  requiredEvidence: '须交佐证',
  priority: '紧急程度',
  lateness: '办结时限',
} as const;

/** One changed field for the history, with its Chinese name and both values as people read them. */
export function change(
  field: keyof typeof fieldNames,
  before: string | null,
  after: string | null,
): TaskChange {
  return { field, name: fieldNames[field], before, after };
}
