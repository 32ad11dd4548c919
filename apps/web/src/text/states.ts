import type {
  EvidenceKind,
  Priority,
  Role,
  SourceKind,
  Standing,
  SupportRow,
  TaskState,
} from '../api/types.js';

export const standingText: Record<Standing, string> = {
  draft: '草稿',
  awaiting_receipt: '待签收',
  on_track: '按期',
  due_soon: '临期',
  overdue: '逾期',
  in_review: '待审核',
  undetermined: '待定',
  suspended: '已中止',
  closed: '已销号',
  cancelled: '已撤销',
};

export const standingMeaning: Record<Standing, string> = {
  draft: '还没有交办，只有政府办看得到',
  awaiting_receipt: '已交办，牵头单位还没有签收',
  on_track: '已签收，离期限还有 7 个以上工作日',
  due_soon: '离期限不超过 7 个工作日',
  overdue: '期限已过，仍没有提交审核',
  in_review: '已提交，等政府办审核；审核时间不算单位的',
  undetermined: '没有定期限，不计逾期',
  suspended: '暂停办理，中止期间不计时',
  closed: '审核通过，已经销号',
  cancelled: '不再办理',
};

export const stateText: Record<TaskState, string> = {
  draft: '草稿',
  assigned: '已交办',
  signed: '已签收',
  in_progress: '办理中',
  in_review: '待审核',
  closed: '已销号',
  suspended: '已中止',
  cancelled: '已撤销',
};

export const supportStateText: Record<SupportRow['state'], string> = {
  assigned: '待签收',
  signed: '已签收',
  in_progress: '办理中',
  completed: '已完成',
};

export const priorityText: Record<Priority, string> = { normal: '一般', important: '重要', urgent: '紧急' };

export const evidenceKindText: Record<EvidenceKind, string> = {
  document: '文件',
  photo: '照片',
  ledger: '台账',
  accounts: '账目',
  minutes: '会议纪要',
  roster: '名册',
  report: '报告',
  other: '其他',
};

export const sourceKindText: Record<SourceKind, string> = {
  duty: '职责',
  clause: '条款',
  target: '目标值',
  project: '建设项目',
  free: '自拟',
  indicator: '指标缺口',
  ledger: '台账',
};

export const roleText: Record<Role, string> = {
  government_office: '政府办',
  supervision_office: '督查',
  handler: '承办人',
  head: '负责人',
};

export const stateHelp = {
  legend: '图例',
  returned: '被退回',
  contradicted: '数据不符',
  contradictedHint: '销号时最新数据显示缺口仍在',
  example: '示例',
  exampleHint: '这是演示用的任务，不是真实工作',
};
