import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { OutboxDelivery } from '../../apps/server/src/features/notifications/notifications.module.js';
import { lastBeat } from '../../apps/server/src/jobs/heartbeat.js';
import { SchedulerService } from '../../apps/server/src/jobs/scheduler.service.js';
import { Office, testConfig } from '../support/office.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';

// One claim; nothing more is taken while these are on their way.
const onTheirWay = 40;

describe('scheduler', () => {
  let office: Office;
  let sink: SmtpSink;
  let folder: string;
  let delivery: OutboxDelivery;
  let scheduler: SchedulerService;

  // A job that fails is logged as an error; here that is what is tested.
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    sink = await startSmtpSink();
    folder = mkdtempSync(join(tmpdir(), 'junheng-scheduler-'));
  });
  afterEach(async () => {
    await scheduler.beforeApplicationShutdown();
    await sink.close();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  async function open(fault?: string, environment: Record<string, string> = {}): Promise<void> {
    office = await Office.open({ now: '2022-09-15 09:00', ...(fault ? { fault } : {}) });
    delivery = office.delivery(sink.url);
    // With a clock file the service wakes every 200 ms; the clock itself is the office's.
    const config = testConfig(sink.url, { JUNHENG_TEST_CLOCK: join(folder, 'clock'), ...environment });
    scheduler = new SchedulerService(
      office.unitOfWork,
      delivery,
      new SchedulerRegistry(),
      office.clock,
      config,
    );
  }

  async function addPeopleAndTask(): Promise<void> {
    const unit = await office.addUnit('市财政局');
    await office.addPerson({ name: '钱承办', role: 'handler', unitId: unit });
    await office.addPerson({ name: '督查', role: 'supervision_office' });
    await office.addTask({ lead: unit, dueOn: '2022-09-08' });
  }
  const runs = (): Promise<unknown[]> => office.query(`SELECT job, slot FROM job_run ORDER BY job`);

  it('R-12 a round claims a slot for every job and leaves a sign of life', async () => {
    await open();
    await addPeopleAndTask();
    await scheduler.tick();
    await scheduler.tick();
    expect(await runs()).toEqual([
      { job: 'escalation', slot: '2022-09-15T09:00' },
      { job: 'ladder_check', slot: '2022-09-15' },
      { job: 'late_ledgers', slot: '2022-09-15T09' },
      { job: 'late_milestones', slot: '2022-09-15T09' },
      { job: 'overdue_report', slot: '2022-09-15' },
      { job: 'recurring_work', slot: '2022-09-15T09' },
      { job: 'reminders', slot: '2022-09-15T09:00' },
    ]);
    await scheduler.deliver();
    expect(sink.received.map((mail) => mail.mail.subject).toSorted()).toEqual([
      '【均衡】任务提醒：1 项已逾期（2022年9月15日）',
      '【均衡】逾期任务日报 2022年9月15日：1 个单位，1 项任务，最长逾期 4 个工作日',
    ]);
    expect(await lastBeat(office.dataSource.manager)).toBe(office.clock.now());
  });

  it('R-20 a job that fails keeps no other job or campaign from its turn, and comes again', async () => {
    await open('reminders-planned:1:throw');
    await addPeopleAndTask();
    await office.query(
      `INSERT INTO campaign (id, name, place, created_at) VALUES ($1, '另一项', '某县', now())`,
      [v7()],
    );
    await scheduler.tick();
    expect(await runs()).toEqual([
      { job: 'escalation', slot: '2022-09-15T09:00' },
      { job: 'escalation', slot: '2022-09-15T09:00' },
      { job: 'ladder_check', slot: '2022-09-15' },
      { job: 'ladder_check', slot: '2022-09-15' },
      { job: 'late_ledgers', slot: '2022-09-15T09' },
      { job: 'late_ledgers', slot: '2022-09-15T09' },
      { job: 'late_milestones', slot: '2022-09-15T09' },
      { job: 'late_milestones', slot: '2022-09-15T09' },
      { job: 'overdue_report', slot: '2022-09-15' },
      { job: 'overdue_report', slot: '2022-09-15' },
      { job: 'recurring_work', slot: '2022-09-15T09' },
      { job: 'recurring_work', slot: '2022-09-15T09' },
      { job: 'reminders', slot: '2022-09-15T09:00' },
    ]);
    await scheduler.tick();
    expect(await runs()).toHaveLength(14);
    expect(await office.query(`SELECT 1 FROM reminder`)).toHaveLength(5);
  });

  it('R-43 rounds never overlap: a mail server that hangs holds no more than can be on their way, however often it wakes', async () => {
    await open();
    await addPeopleAndTask();
    await scheduler.tick();
    await office.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address, subject,
         body, task_ids, status, created_at)
       SELECT m.campaign_id, gen_random_uuid(), m.kind, n::text, m.account_id, m.recipient_name, m.recipient_address,
         m.subject, m.body, m.task_ids, 'queued', m.created_at
       FROM outbox_message m, generate_series(1, 80) n WHERE m.kind = 'reminder_digest'`,
    );
    sink.mode('hang');
    scheduler.onApplicationBootstrap();
    await delay(1500);
    const taken = await office.query(`SELECT 1 FROM outbox_message WHERE attempts > 0`);
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(onTheirWay);
  });

  it('JUNHENG_SCHEDULER=off: nothing wakes', async () => {
    await open(undefined, { JUNHENG_SCHEDULER: 'off' });
    await addPeopleAndTask();
    scheduler.onApplicationBootstrap();
    await delay(500);
    expect(await runs()).toEqual([]);
    expect(await lastBeat(office.dataSource.manager)).toBeUndefined();
  });
});
