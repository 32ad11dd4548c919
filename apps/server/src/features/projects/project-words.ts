import type { ProjectRole } from '#campaign-pack';

export const projectKinds = ['new_build', 'extension', 'relocation'] as const;
export type ProjectKind = (typeof projectKinds)[number];

export const projectKindNames: Readonly<Record<ProjectKind, string>> = {
  new_build: '新建',
  extension: '改扩建',
  relocation: '迁建',
};

export const projectStages = ['primary', 'junior'] as const;
export type ProjectStage = (typeof projectStages)[number];

export const projectStageNames: Readonly<Record<ProjectStage, string>> = { primary: '小学', junior: '初中' };

export const projectRoleNames: Readonly<Record<ProjectRole, string>> = {
  planning: '立项规划',
  land: '用地',
  finance: '资金',
  construction: '建设',
  school: '办学',
};

/** Where money comes from. */
export const moneySources = ['budget', 'bonds', 'ppp', 'enterprise', 'other'] as const;
export type MoneySource = (typeof moneySources)[number];

export const moneySourceNames: Readonly<Record<MoneySource, string>> = {
  budget: '财政',
  bonds: '债券',
  ppp: 'PPP',
  enterprise: '企业',
  other: '其他',
};

/** How far money has come; the three are never added to each other. */
export const moneyKinds = ['planned', 'arranged', 'paid'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

export const moneyKindNames: Readonly<Record<MoneyKind, string>> = {
  planned: '计划',
  arranged: '到位',
  paid: '支付',
};

/** How far a project has come, by the furthest level it has reached; those that are given up are no part of any sum. */
export const projectStates = ['planned', 'started', 'completed', 'accepted', 'opened', 'cancelled'] as const;
export type ProjectState = (typeof projectStates)[number];

export const projectStateNames: Readonly<Record<ProjectState, string>> = {
  planned: '未开工',
  started: '在建',
  completed: '已竣工',
  accepted: '已验收',
  opened: '已投用',
  cancelled: '已取消',
};
