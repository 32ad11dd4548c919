import { describe, expect, it } from '@jest/globals';
import { civilDate, WorkdayCalendar } from '#kernel';
import { renderText } from '../notifications/notifications.module.js';
import { composeDigest } from './compose-digest.js';
import type { DigestItem } from './digest-item.js';
import type { TaskForPerson } from './reminder-facts.queries.js';

const task = (effectiveDueOn: string, change: Partial<TaskForPerson> = {}): DigestItem => ({
  reason: { severity: 0, rung: null, unitId: null, text: null },
  task: taskFor(effectiveDueOn, change),
});
const taskFor = (effectiveDueOn: string, change: Partial<TaskForPerson>): TaskForPerson => ({
  taskId: 't',
  seq: 7,
  title: '报送台账',
  clauseNumber: null,
  effectiveDueOn: civilDate(effectiveDueOn),
  dueVersion: 1,
  sourceKind: 'duty',
  priority: 'normal',
  capacities: ['handler'],
  accountId: 'a',
  personName: '钱承办',
  personRole: 'handler',
  address: null,
  unitName: '财政局',
  parts: ['lead'],
  recorded: [],
  ...change,
});
const frame = {
  campaignName: '新密创建',
  // A Friday.
  today: civilDate('2026-03-06'),
  calendar: new WorkdayCalendar([]),
  link: 'https://jh.example.gov.cn/outbox/1',
  silentSince: null,
};

describe('composeDigest', () => {
  it.each([
    ['2026-03-05', '期限：2026年3月5日（周四），逾期 1 个工作日'],
    ['2026-03-06', '期限：2026年3月6日（周五），今天到期'],
    ['2026-03-08', '期限：2026年3月8日（周日），期限前已没有工作日，今天是最后一个工作日'],
    ['2026-03-13', '期限：2026年3月13日（周五），还有 5 个工作日'],
  ])('says of a task due on %s: %s', (due, line) => {
    expect(renderText(composeDigest([task(due)], frame).content)).toContain(line);
  });

  it('leaves out empty groups and numbers the others', () => {
    const { subject, content } = composeDigest([task('2026-03-01'), task('2026-03-12')], frame);
    const text = renderText(content);
    expect(subject).toBe('【均衡】任务提醒：1 项已逾期、1 项即将到期（2026年3月6日）');
    expect(text).toContain('一、已逾期（1 项）');
    expect(text).toContain('二、即将到期（1 项）');
    expect(text).not.toContain('今天到期');
  });

  it('R-15 names every part of the unit, and who the reader is in it', () => {
    const { content } = composeDigest(
      [task('2026-03-06', { parts: ['lead', 'support'], personRole: 'head' })],
      frame,
    );
    const text = renderText(content);
    expect(text).toContain('钱承办（财政局负责人）：');
    expect(text).toContain('本单位：牵头、配合');
  });

  it('puts what climbed the ladder first, a group a rung, and its ground in place of the days left', () => {
    const rung = (name: string, severity: number, due: string | null): DigestItem => ({
      task: { ...taskFor('2026-03-05', {}), effectiveDueOn: due === null ? null : civilDate(due) },
      reason: { severity, rung: name, unitId: 'u', text: `${name}的依据` },
    });
    const items = [rung('督办', 3, '2026-03-02'), rung('提醒', 1, null), task('2026-03-05')] as const;
    const { subject, content } = composeDigest(items, frame);
    expect(subject).toBe('【均衡】任务提醒：1 项督办、1 项提醒、1 项已逾期（2026年3月6日）');
    const text = renderText(content);
    expect(text).toContain('一、督办（1 项）\n1. JH-0007 报送台账\n   期限：2026年3月2日（周一）\n');
    expect(text).toContain('二、提醒（1 项）\n1. JH-0007 报送台账\n   期限：未定\n');
    expect(text).toContain('督办的依据');
    expect(text).toContain('三、已逾期（1 项）');
  });

  it('calls the people of an office by their name alone', () => {
    const item = task('2026-03-06', { parts: [], unitName: null, personRole: 'government_office' });
    const text = renderText(composeDigest([item], frame).content);
    expect(text).toMatch(/^钱承办：/);
    expect(text).not.toContain('本单位');
  });
});
