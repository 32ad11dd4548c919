import type { Work } from '../../database/unit-of-work.js';
import { readSendingStop, type SendingStop } from '../notifications/notifications.module.js';

/** What decides for all messages at once whether they leave the house. */
export interface SendingState {
  readonly exercise: boolean;
  /** Whether there is a mail server to send with. */
  readonly mailConfigured: boolean;
  readonly stop: SendingStop | null;
  readonly nowMs: number;
}

export async function readSendingState(work: Work, mailConfigured: boolean): Promise<SendingState> {
  const stop = await readSendingStop(work.manager);
  return { exercise: work.exercise, mailConfigured, stop, nowMs: work.now.getTime() };
}

/** Why no mail leaves at present, and what must happen first; null when mails go out. */
export function blockedReason({ exercise, mailConfigured, stop }: SendingState): string | null {
  if (exercise) return '正在演练，真实邮件暂不发出，演练结束后才发';
  if (!mailConfigured) return '没有配置邮件服务器，邮件只留在发件箱，系统管理员配置后才能发出';
  if (stop === null) return null;
  if (stop.reason === 'restored') return '数据是从备份恢复的，全系统已停止发信，系统管理员核对放行后才发';
  return `全系统已停止发信${stop.by === null ? '' : `（${stop.by}操作）`}，恢复发信后才发`;
}
