import type { Role } from '../../database/actor.js';

/** What is known of a recipient when the message is about to leave. */
export interface RecipientState {
  readonly active: boolean;
  readonly administrator: boolean;
  /** In the campaign; null for people outside it. */
  readonly role: Role | null;
  /** Something the message tells of a task still holds, and the task is still the recipient's business. */
  readonly tasksStand: boolean;
}

export interface MessageKindRules {
  /** How the outbox page calls it. */
  readonly name: string;
  /** Why it need not go out any more; undefined when it should. */
  readonly withdrawal: (state: RecipientState) => string | undefined;
  /** Whether the inbox shows its tasks while they run, or the message itself. */
  readonly inbox: 'tasks' | 'message';
  /** What groups are told of a run of it, and which page they are sent to; absent: groups are told nothing. */
  readonly toGroups?: { readonly title: string; readonly path: string };
  /** About sending itself: when it cannot be sent either, nobody is told of that by yet another message. */
  readonly aboutSending?: true;
}

const nothingToCheck = (): undefined => undefined;
const settledTasks = '所列任务都已办结、改期或撤销，或不再由收件人办理';
const tasksMustStand = ({ tasksStand }: RecipientState): string | undefined =>
  tasksStand ? undefined : settledTasks;

/** Each kind of message by its name; a kind that is not here goes out as long as its recipient is active. */
export const messageKinds: Readonly<Record<string, MessageKindRules>> = {
  reminder_digest: {
    name: '提醒汇总',
    withdrawal: tasksMustStand,
    inbox: 'tasks',
    toGroups: { title: '任务提醒', path: '/tasks?standing=due_soon,overdue' },
  },
  overdue_report: {
    name: '逾期报告',
    withdrawal: ({ role }) => (role === 'supervision_office' ? undefined : '收件人已不在督查室'),
    inbox: 'message',
    toGroups: { title: '逾期任务日报', path: '/reports/overdue' },
  },
  calendar_change: {
    name: '期限调整',
    withdrawal: ({ role }) => (role === null ? '收件人已不在本单位' : undefined),
    inbox: 'message',
  },
  calendar_missing: { name: '放假安排提示', withdrawal: nothingToCheck, inbox: 'message' },
  ladder_check: {
    name: '督办阶梯检查',
    withdrawal: ({ role }) => (role === 'supervision_office' ? undefined : '收件人已不在督查室'),
    inbox: 'message',
  },
  ledger_news: {
    name: '台账与数据不符',
    withdrawal: ({ role }) => (role === null ? '收件人已不在本单位' : undefined),
    inbox: 'message',
  },
  robot_test: { name: '群机器人测试', withdrawal: nothingToCheck, inbox: 'message' },
  outbox_alarm: {
    name: '发件告警',
    withdrawal: ({ administrator }) => (administrator ? undefined : '收件人已不是系统管理员'),
    inbox: 'message',
    aboutSending: true,
  },
  mailbox_suspended: {
    name: '邮箱停发提示',
    withdrawal: ({ role }) => (role === 'head' ? undefined : '收件人已不是本单位负责人'),
    inbox: 'message',
    aboutSending: true,
  },
};

const usual: MessageKindRules = { name: '其他消息', withdrawal: nothingToCheck, inbox: 'message' };

export function rulesOf(kind: string): MessageKindRules {
  return messageKinds[kind] ?? usual;
}

/** Kinds whose tasks, not the messages themselves, are the items of the inbox. */
export const taskKinds: readonly string[] = Object.entries(messageKinds)
  .filter(([, rules]) => rules.inbox === 'tasks')
  .map(([kind]) => kind);

export const kindsAboutSending: readonly string[] = Object.entries(messageKinds)
  .filter(([, rules]) => rules.aboutSending)
  .map(([kind]) => kind);
