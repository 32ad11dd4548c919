import { type CivilDate, formatDate, formatDateShort, type WorkdayCalendar } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { MessageContent } from '../notifications/notifications.module.js';
import { taskNumber, workingDaysLeft } from '../tasks/tasks.module.js';
import type { Digest, DigestItem, DigestReason } from './digest-item.js';
import type { Part } from './reminder-facts.queries.js';

export interface DigestFrame {
  readonly campaignName: string;
  readonly today: CivilDate;
  readonly calendar: WorkdayCalendar;
  /** Opens exactly these tasks (R-84). */
  readonly link: string;
  /** The day of the run before, when whole working days went by without one (R-39). */
  readonly silentSince: CivilDate | null;
}

export interface DigestText {
  readonly subject: string;
  readonly content: MessageContent;
}

const dateGroups = [
  { name: '已逾期', holds: (due: CivilDate, today: CivilDate) => due < today },
  { name: '今天到期', holds: (due: CivilDate, today: CivilDate) => due === today },
  { name: '即将到期', holds: (due: CivilDate, today: CivilDate) => due > today },
] as const;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const partNames: Readonly<Record<Part, string>> = { lead: '牵头', support: '配合' };
const roleNames: Readonly<Record<Role, string>> = {
  government_office: '办公室人员',
  supervision_office: '督查人员',
  handler: '承办人',
  head: '负责人',
};

/**
 * What one person reads about the tasks of one run: first what climbed the ladder, then what is due (R-04).
 * @param items at least one, all of the same person, in order of their rungs and due dates
 */
export function composeDigest(items: Digest, frame: DigestFrame): DigestText {
  const { today } = frame;
  const filled = groupsOf(items, today);
  const counts = filled.map((group) => `${group.items.length} 项${group.name}`).join('、');
  const [{ task: first }] = items;
  const intro = [
    `截至${formatDate(today)}，您在“${frame.campaignName}”中有 ${items.length} 项任务需要关注：${counts}。`,
    ...(frame.silentSince
      ? [`系统自${formatDateShort(frame.silentSince)}之后未运行，本次为补发，期间的提醒并为这一封。`]
      : []),
  ];
  const content: MessageContent = [
    {
      kind: 'paragraph',
      text: `${first.personName}${first.unitName === null ? '' : `（${first.unitName}${roleNames[first.personRole]}）`}：`,
    },
    { kind: 'paragraph', text: intro.join('\n') },
    ...filled.flatMap((group, index): MessageContent => [
      { kind: 'heading', text: `${numerals[index] ?? index + 1}、${group.name}（${group.items.length} 项）` },
      { kind: 'table', columns, rows: group.items.map((item) => taskRow(item, frame)) },
    ]),
    { kind: 'link', label: '查看这些任务', href: frame.link },
    { kind: 'paragraph', text: '本邮件由系统自动发出，请勿回复；办理和报告进展请登录系统。' },
  ];
  return { subject: `【均衡】任务提醒：${counts}（${formatDateShort(today)}）`, content };
}

interface Group {
  readonly name: string;
  readonly items: readonly DigestItem[];
}

function groupsOf(items: Digest, today: CivilDate): Group[] {
  const names = [...new Set(items.flatMap(({ reason }) => reason.rung ?? []))];
  const rungs = names.map((name) => ({ name, items: items.filter(({ reason }) => reason.rung === name) }));
  const dates = dateGroups.map(({ name, holds }) => ({
    name,
    items: items.filter(
      ({ task, reason }) =>
        reason.rung === null && task.effectiveDueOn !== null && holds(task.effectiveDueOn, today),
    ),
  }));
  return [...rungs, ...dates].filter((group) => group.items.length > 0);
}

const columns = ['任务', '期限', '本单位', '依据', '说明'];

function taskRow({ task, reason }: DigestItem, frame: DigestFrame): string[] {
  return [
    `${taskNumber(task.seq)} ${task.title}`,
    dueText(task.effectiveDueOn, reason, frame),
    task.parts.map((part) => partNames[part]).join('、'),
    task.clauseNumber ?? '',
    reason.text ?? '',
  ];
}

/** A rung says itself how late the task is, by the clock it climbed on. */
function dueText(due: CivilDate | null, { rung }: DigestReason, frame: DigestFrame): string {
  if (due === null) return '未定';
  return rung === null ? `${formatDate(due)}，${timeLeft(due, frame)}` : formatDate(due);
}

function timeLeft(due: CivilDate, { calendar, today }: DigestFrame): string {
  const left = workingDaysLeft(calendar, due, today);
  if (due < today) return `逾期 ${-left} 个工作日`;
  if (due === today) return '今天到期';
  return left === 0 ? '期限前已没有工作日，今天是最后一个工作日' : `还有 ${left} 个工作日`;
}
