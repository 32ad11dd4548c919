export const priorities = ['normal', 'important', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const priorityNames: Readonly<Record<Priority, string>> = {
  normal: '一般',
  important: '重要',
  urgent: '紧急',
};

/** What a person can choose as the source of a task; from a gap and a late ledger entry it is made by the program. */
export const chosenSourceKinds = ['duty', 'clause', 'target', 'project', 'free'] as const;
export const sourceKinds = [...chosenSourceKinds, 'indicator', 'ledger'] as const;
/** What a task was made from. */
export type SourceKind = (typeof sourceKinds)[number];

export const evidenceKinds = [
  'document',
  'photo',
  'ledger',
  'accounts',
  'minutes',
  'roster',
  'report',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindNames: Readonly<Record<EvidenceKind, string>> = {
  document: '文件',
  photo: '照片',
  ledger: '台账',
  accounts: '账目',
  minutes: '会议纪要',
  roster: '名册',
  report: '报告',
  other: '其他',
};

/** The sequence number in what someone typed, such as `JH-0007` or `7`; undefined when it is no number. */
export function seqInNumber(text: string): number | undefined {
  const match = /^(?:JH-)?0*(\d{1,9})$/i.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
