import { describe, expect, it } from '@jest/globals';
import { holdNotes } from '../notifications/notifications.module.js';
import { explainRecord } from './explain-record.js';
import type { SendingState } from './sending-state.js';

type Facts = Parameters<typeof explainRecord>[0];

const nowMs = Date.parse('2022-09-15T09:00:00+08:00');
const open: SendingState = { exercise: false, mailConfigured: true, stop: null, nowMs };
const stopped: SendingState = {
  ...open,
  stop: { reason: 'operator', by: '周管理', at: '2022-09-14T01:00:00Z' },
};
const restored: SendingState = {
  ...open,
  stop: { reason: 'restored', by: null, at: '2022-09-14T01:00:00Z' },
};
const unsent: SendingState = { ...open, mailConfigured: false };
const rehearsing: SendingState = { ...open, exercise: true };

const queued: Facts = {
  outcome: 'queued',
  exercise: false,
  holds: true,
  reader_gone: false,
  rung: null,
  withdrawn_reason: null,
  status: 'queued',
  last_error: null,
  hold_reason: null,
  recipient_address: 'a@example.gov.cn',
  written_at: new Date(nowMs - 60_000),
  released_at: null,
  mailbox_suspended: false,
};
const old = new Date(nowMs - 11 * 86_400_000);
const rung: Facts = { ...queued, rung: 2, status: null, recipient_address: null, written_at: null };
const cases: [string, Partial<Facts>, SendingState, string, string | null][] = [
  ['sent', { status: 'sent' }, stopped, 'sent', null],
  ['given up', { status: 'dead', last_error: '550 没有这个邮箱' }, open, 'failed', '550 没有这个邮箱'],
  ['without an answer', { status: 'uncertain', last_error: '超时' }, open, 'failed', '没有得到回音：超时'],
  ['taken back', { status: 'withdrawn', last_error: '任务待审核' }, open, 'suppressed', '任务待审核'],
  ['rehearsed', { exercise: true, status: 'rehearsal' }, open, 'suppressed', '演练日期下写成'],
  ['yielding', { outcome: 'superseded' }, open, 'suppressed', '同一轮有更要紧的提醒'],
  ['without an address', { recipient_address: null }, open, 'suppressed', '没有邮箱地址'],
  ['waiting', {}, open, 'held', '8:30 到 18:00'],
  ['on its way', { status: 'sending' }, open, 'held', '正在交给邮件服务器'],
  ['tried', { last_error: '450 稍后再试' }, open, 'held', '之后自动再试'],
  ['held as stale', { status: 'held', hold_reason: 'stale' }, open, 'held', holdNotes.stale],
  ['held for many', { status: 'held', hold_reason: 'many_people' }, open, 'held', holdNotes.many_people],
  ['held by hand', { status: 'held', hold_reason: null }, open, 'held', '等政府办或系统管理员决定'],
  [
    'held for its address',
    { status: 'held', hold_reason: 'address_suspended' },
    open,
    'held',
    holdNotes.address_suspended,
  ],
  ['held while sending is off', { status: 'held', hold_reason: 'stale' }, stopped, 'held', holdNotes.stale],
  ['about to be held as stale', { written_at: old }, open, 'held', holdNotes.stale],
  ['stale while sending is off', { written_at: old }, stopped, 'held', holdNotes.stale],
  ['old and released', { written_at: old, released_at: new Date(nowMs) }, open, 'held', '8:30 到 18:00'],
  ['to a mailbox just suspended', { mailbox_suspended: true }, open, 'held', holdNotes.address_suspended],
  ['switched off', {}, stopped, 'held', '全系统已停止发信（周管理操作）'],
  ['restored from a copy', {}, restored, 'held', '数据是从备份恢复的'],
  ['no mail server', { last_error: '连接失败' }, unsent, 'held', '没有配置邮件服务器'],
  ['behind an exercise', { written_at: old }, rehearsing, 'held', '演练结束后才发'],
];
const rungs: [string, Partial<Facts>, SendingState, string, string][] = [
  ['not written yet', {}, open, 'held', '等下一轮写进汇总'],
  ['not written while sending is off', {}, stopped, 'held', '等下一轮写进汇总；全系统已停止发信'],
  ['written anew', { withdrawn_reason: '任务待审核' }, open, 'held', '上一封已撤回（任务待审核）'],
  ['settled before it was told', { holds: false }, open, 'suppressed', '还没有通知'],
  ['taken back', { holds: false, withdrawn_reason: '任务已撤销' }, open, 'suppressed', '任务已撤销'],
  ['whose reader left', { reader_gone: true }, open, 'suppressed', '账号已停用'],
  ['that finds nobody', { outcome: 'skipped_empty' }, open, 'suppressed', '没有可通知的人'],
  [
    'below another one',
    { outcome: 'superseded', status: 'sent' },
    open,
    'suppressed',
    '同一封里有更高的级别',
  ],
];

describe('explainRecord', () => {
  it.each(cases)('R-09 a message %s', (_, change, sending, outcome, reason) => {
    expect(explainRecord({ ...queued, ...change }, sending)).toEqual({
      outcome,
      reason: reason === null ? null : expect.stringContaining(reason),
    });
  });

  it.each(rungs)('R-09 a rung %s', (_, change, sending, outcome, reason) => {
    const told = { ...rung, ...change };
    expect(explainRecord(told, sending)).toEqual({ outcome, reason: expect.stringContaining(reason) });
  });

  it('R-09 R-40 never promises what waits for a decision', () => {
    for (const hold_reason of ['stale', 'many_people'] as const) {
      for (const sending of [open, stopped, restored, unsent, rehearsing]) {
        const { reason } = explainRecord({ ...queued, status: 'held', hold_reason }, sending);
        expect(reason).toBe(holdNotes[hold_reason]);
        expect(reason).toContain('等人');
      }
    }
  });
});
