import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import type { Browser } from 'playwright-core';
import { launchBrowser, openLocalContext } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { pdf } from '../support/evidence-files.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';
import { Clerk } from './office.js';

const own = 'Zhongqiu-2022';
const duties = [
  '健全义务教育经费保障，把义务教育全部列入财政保障',
  '确保教育经费“三个增长”',
  '义务教育专项资金做到专款专用',
];
const [firstDuty = '', lateDuty = ''] = duties;

let browser: Browser;
let database: TestDatabase;
let smtp: SmtpSink;
let server: SpawnedServer;
let folder: string;
const refused: string[] = [];
const clerks: Clerk[] = [];

const setClock = (instant: string): void => writeFileSync(join(folder, 'clock'), instant);

async function openBrowserOf(): Promise<Clerk> {
  const local = await openLocalContext(browser, { viewport: { width: 1366, height: 768 } });
  local.context.on('page', (page) => page.on('pageerror', (error) => refused.push(error.message)));
  const clerk = new Clerk(await local.context.newPage(), local.context, server.origin);
  clerks.push(clerk);
  local.context.on('close', () => refused.push(...local.refused));
  return clerk;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-story-'));
  setClock('2022-09-15T01:00:00Z');
  [browser, database, smtp] = await Promise.all([launchBrowser(), createTestDatabase(), startSmtpSink()]);
  server = await spawnServer({
    databaseUrl: database.url,
    env: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'junheng@xinmi.example',
      JUNHENG_TEST_CLOCK: join(folder, 'clock'),
    },
  });
});

afterAll(async () => {
  for (const clerk of clerks) await clerk.context.close();
  await browser.close();
  expect(await server.stop()).toBe(0);
  await smtp.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
  expect(refused).toEqual([]);
});

describe('the main job, in the browser, with a real server, database and mail', () => {
  let office: Clerk;
  let finance: Clerk;
  const passwords = new Map<string, string>();

  test('the console’s one-time code makes the first administrator and loads 新密’s plan', async () => {
    const admin = await openBrowserOf();
    const [, code = ''] = /一次性设置码：(\S+)/.exec(server.output()) ?? [];
    await admin.page.goto(server.origin);
    await admin.page.getByLabel('一次性设置码').fill('AAAA-AAAA-AAAA');
    await admin.page.getByLabel('登录名').fill('shezhi');
    await admin.page.getByLabel('姓名').fill('系统管理员');
    await admin.page.getByLabel('密码', { exact: true }).fill(own);
    await admin.page.getByLabel('再写一遍密码').fill(own);
    await admin.press('完成设置');
    await admin.sees('设置码不对');
    await admin.page.getByLabel('一次性设置码').fill(code);
    await admin.press('完成设置');
    await admin.sees('账号管理');
    await addPeople(admin);
    expect([...passwords.keys()]).toEqual(['zfb', 'czj', 'jyj', 'dcj']);
  });

  async function addPeople(admin: Clerk): Promise<void> {
    const { campaigns } = await admin.call<{ campaigns: { id: string }[] }>('GET', '/settings');
    const campaignId = campaigns[0]?.id ?? '';
    const { items } = await admin.call<{ items: { id: string; name: string }[] }>(
      'GET',
      `/campaigns/${campaignId}/units`,
    );
    const unit = (name: string): string => items.find((one) => one.name === name)?.id ?? '';
    const people = [
      { login: 'zfb', name: '政府办督办专员', role: 'government_office', unitId: unit('政府办') },
      { login: 'czj', name: '财政局承办人', role: 'handler', unitId: unit('财政局') },
      { login: 'jyj', name: '教育局承办人', role: 'handler', unitId: unit('教育局') },
      { login: 'dcj', name: '督查局督查专员', role: 'supervision_office', unitId: unit('督查局') },
    ];
    for (const { login, name, role, unitId } of people) {
      const created = await admin.call<{ initialPassword: string }>('POST', '/accounts', {
        login,
        name,
        email: `${login}@xinmi.example`,
        membership: { campaignId, role, unitId },
      });
      passwords.set(login, created.initialPassword);
    }
  }

  test('the office assigns three duties in a batch to 财政局, with 教育局 supporting', async () => {
    office = await openBrowserOf();
    await office.signInFirstTime('zfb', passwords.get('zfb') ?? '', own);
    await office.sees('交办台');
    await office.page.getByRole('button', { name: '批量交办' }).click();
    await office.page.getByLabel('搜索内容').first().waitFor();
    for (const duty of duties) await office.page.getByRole('checkbox', { name: `选择 ${duty}` }).check();
    await office.sees('已选 3 条');
    await office.press('下一步');
    await office.page.getByLabel('统一期限').fill('2022-09-22');
    await office.page.getByLabel('统一期限').press('Enter');
    await office.page.getByLabel('配合单位').click();
    await office.page.getByLabel('配合单位').fill('教育局');
    await office.page.getByLabel('配合单位').press('Enter');
    await office.page.keyboard.press('Escape');
    await office.page.getByRole('checkbox', { name: '文件' }).check();
    await office.press('预览');
    await office.sees('3 项都可以交办。');
    await office.press('交办 3 项');
    await office.sees('已交办 3 项任务');
  });

  test('财政局 signs for it, reports, uploads a PDF and submits', async () => {
    finance = await openBrowserOf();
    await finance.signInFirstTime('czj', passwords.get('czj') ?? '', own);
    await finance.sees('等我签收（3）');
    await finance.openTask(firstDuty);
    await finance.take('签收');
    await finance.take('报告进展', '进展情况', '已完成经费清算。');
    await finance.page.locator('input[type=file]:not([capture])').setInputFiles({
      name: '经费清算表.pdf',
      mimeType: 'application/pdf',
      buffer: pdf,
    });
    await finance.sees('经费清算表.pdf');
    await finance.take('提交审核');
    await finance.sees('待审核');
  });

  test('the office returns it once with a reason, then closes it', async () => {
    await office.page.goto(server.origin);
    await office.sees('等我审核（1）');
    await office.openTask(firstDuty);
    await office.take('退回', '退回理由', '缺少分校明细，请补充。');
    await finance.page.goto(server.origin);
    await finance.openTask(firstDuty);
    await finance.sees('缺少分校明细，请补充。');
    await finance.take('提交审核');
    await office.page.reload();
    await office.take('销号');
    await office.sees('已销号');
  });

  test('the day after the due date the supervision office finds the other task on its desk and in its mailbox', async () => {
    setClock('2022-09-23T01:00:00Z');
    const mail = await untilMail((one) => one.envelope.to.includes('dcj@xinmi.example'));
    expect(mail.mail.text).toContain(lateDuty);
    const attachment = mail.mail.attachments.find((file) => file.filename?.endsWith('.xlsx'));
    const workbook = read(attachment?.content as ArrayBuffer, { type: 'array' });
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
    const cells = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 }).flat();
    expect(cells).toContain(lateDuty);
    expect(cells).not.toContain(firstDuty);

    const supervisor = await openBrowserOf();
    await supervisor.signInFirstTime('dcj', passwords.get('dcj') ?? '', own);
    await supervisor.sees('督查台');
    await supervisor.sees(lateDuty);
    await supervisor.sees('逾期 1 个工作日');
    const overdue = supervisor.page.getByRole('region', { name: /逾期/ });
    await overdue.getByText(lateDuty).first().waitFor();
    expect(await overdue.getByText(firstDuty).count()).toBe(0);
  });

  test('R-84 the link in a reminder opens exactly the tasks it counts', async () => {
    const mail = await untilMail((one) => one.envelope.to.includes('czj@xinmi.example'));
    const [link = ''] = /http:\/\/\S+\/outbox\/\S+/.exec(mail.mail.text ?? '') ?? [];
    const counted = duties.filter((duty) => mail.mail.text?.includes(duty));
    expect(counted).toHaveLength(2);
    const reader = await openBrowserOf();
    await reader.signIn('czj', own);
    await reader.sees('承办台');
    await reader.page.goto(server.origin + new URL(link).pathname);
    for (const duty of counted) await reader.page.getByRole('link', { name: duty }).waitFor();
    expect(await reader.page.getByRole('link', { name: firstDuty }).count()).toBe(0);
  });
});

async function untilMail(
  wanted: (mail: SmtpSink['received'][number]) => boolean,
): Promise<SmtpSink['received'][number]> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = smtp.received.find(wanted);
    if (found) return found;
    await delay(100);
  }
  throw new Error(`no such mail among ${smtp.received.length}:\n${server.output()}`);
}
