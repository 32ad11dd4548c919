import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowsOfDownload } from './download.js';
import { untilSettled } from './page-checks.js';
import { Stage } from './stage.js';
import { phone, type WatchedClerk } from './witness.js';

const subject = '示例庚小学 一年级1班';
const next = '示例庚小学 二年级1班';
let stage: Stage;
let bureau: WatchedClerk;
let supervision: WatchedClerk;
let office: WatchedClerk;

beforeAll(async () => {
  stage = await Stage.open();
  bureau = await stage.signIn('jyj');
  supervision = await stage.signIn('dcj');
  office = await stage.signIn('zfb');
});
afterAll(() => stage.close());

/** A file of one school's classes, read, looked at and confirmed. */
async function importCensus(
  { page, clerk }: WatchedClerk,
  asOf: string,
  rows: readonly string[],
): Promise<void> {
  await stage.goTo(page, '/ledgers/import-classes');
  const csv = ['学校标识码,学校名称,学段,年级,班级,学生数', ...rows].join('\r\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '班级.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByLabel('普查日期').fill(asOf);
  await page.keyboard.press('Enter');
  await clerk.press('预览');
  await clerk.sees('确认后台账会怎样');
  await clerk.press(`确认导入 ${rows.length} 个班`);
  await page.getByRole('heading', { name: '台账', exact: true }).waitFor();
}

async function openEntry(page: Page, name: string): Promise<void> {
  await stage.goTo(page, `/ledgers/large_class?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await untilSettled(page);
}

test('R-66 a class comes onto the ledger, is closed by three people, and comes back with the next census', async () => {
  await importCensus(bureau, '2022-09-14', ['3990000107,示例庚小学,小学,1,1班,56']);

  await bureau.page.setViewportSize(phone);
  await openEntry(bureau.page, subject);
  await bureau.page
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: '花名册.txt', mimeType: 'text/plain', buffer: Buffer.from('两个班') });
  await bureau.clerk.sees('未提交');
  await bureau.clerk.press('申请销号');
  const dialog = bureau.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '怎样解决的' }).fill('已分成两个班');
  await dialog.getByRole('button', { name: '申请销号' }).click();
  await bureau.clerk.sees('待复核');

  await stage.goTo(supervision.page, '/');
  await supervision.page.getByRole('link', { name: subject }).click();
  await supervision.clerk.take('复核通过', '复核情况', '现场点名无误');
  await stage.goTo(office.page, '/');
  await office.page.getByRole('link', { name: subject }).click();
  await office.clerk.take('确认销号');
  await office.clerk.sees('单位已销号，待数据确认');

  const administrator = await stage.signIn('admin');
  await administrator.clerk.call('PUT', '/settings/exercise', { date: '2023-09-05' });
  await administrator.close();
  await importCensus(office, '2023-09-01', ['3990000107,示例庚小学,小学,2,1班,58']);
  const card = office.page.getByRole('link', { name: /^大班额 反弹 / });
  expect(await card.getAttribute('aria-label')).toBe('大班额 反弹 1');
  await card.click();
  await office.clerk.sees('共 1 条');
  await office.page.getByRole('link', { name: next }).waitFor();
  const workbook = await office.page.getByRole('link', { name: /Excel/ }).getAttribute('href');
  const rows = await rowsOfDownload(office.page, workbook ?? '');
  expect(rows.slice(3).map((row) => row[1])).toEqual([next]);
  expect([...bureau.faults, ...supervision.faults, ...office.faults, ...administrator.faults]).toEqual([]);
}, 120_000);
