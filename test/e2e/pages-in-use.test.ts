import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { exe } from '../support/evidence-files.js';
import type { Clerk } from './office.js';
import { untilSettled } from './page-checks.js';
import { Stage } from './stage.js';
import { openTab, type WatchedClerk } from './witness.js';

const running = '健全义务教育经费保障，把义务教育全部列入财政保障';
const submitted = '推进素质教育、提高教学质量';
const notSigned = '经费及时下拨，没有挤占、挪用、截留';

let stage: Stage;
let office: WatchedClerk;
let finance: WatchedClerk;

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.signIn('zfb');
  finance = await stage.signIn('czj');
});

afterAll(async () => {
  await office.close();
  await finance.close();
  await stage.close();
  expect([...office.faults, ...finance.faults]).toEqual([]);
});

const note = (page: Page) => page.getByRole('dialog').getByRole('textbox');
const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /确\s*定/ });

async function openTask(watched: WatchedClerk, title: string): Promise<string> {
  await stage.goTo(watched.page, '/tasks');
  await watched.clerk.openTask(title);
  await untilSettled(watched.page);
  return new URL(watched.page.url()).pathname;
}

async function openStep(clerk: Clerk, step: string): Promise<void> {
  await clerk.press(step);
  await note(clerk.page).waitFor();
}

describe('a wrong input gets a sentence in Chinese and keeps what was typed', () => {
  test('a wrong password', async () => {
    const { clerk, page, faults, close } = await stage.visitor();
    await clerk.signIn('xz01', 'Bu-Dui-2022');
    await page.getByRole('alert').getByText('登录名或密码不对').waitFor();
    expect(await page.getByLabel('登录名').inputValue()).toBe('xz01');
    expect(await page.getByLabel('密码', { exact: true }).inputValue()).toBe('Bu-Dui-2022');
    await close();
    expect(faults).toEqual([]);
  });

  test('a new task without unit', async () => {
    const { page, clerk } = office;
    await stage.goTo(page, '/tasks/new');
    await page.getByLabel('任务名称').fill('核对校园食堂台账');
    await page.getByLabel('任务说明').fill('九月底前完成。');
    await clerk.press('交办');
    await clerk.sees('请选择牵头单位');
    await clerk.sees('请选择期限，或勾选“期限待定”');
    await page.reload();
    await clerk.sees('已恢复上次没有提交的内容。');
    expect(await page.getByLabel('任务名称').inputValue()).toBe('核对校园食堂台账');
    expect(await page.getByLabel('任务说明').inputValue()).toBe('九月底前完成。');
    await clerk.press('清空重填');
  });

  test('a batch without due date', async () => {
    const { page, clerk } = office;
    await stage.goTo(page, '/tasks/batch');
    await page.getByRole('checkbox', { name: '选择 牵头协调创建的各项工作' }).check();
    await clerk.press('下一步');
    await page.getByRole('radio', { name: '紧急' }).check();
    await clerk.press('预览');
    await clerk.sees('请选择统一期限，或勾选“期限待定”');
    expect(await page.getByRole('radio', { name: '紧急' }).isChecked()).toBe(true);
    await clerk.press('上一步');
    await clerk.sees('已选 1 条');
  });

  test('a report without words', async () => {
    await openTask(finance, running);
    await openStep(finance.clerk, '报告进展');
    await confirm(finance.page).click();
    await finance.clerk.sees('请填写进展情况');
    expect(await note(finance.page).isVisible()).toBe(true);
  });

  test('an executable renamed to a PDF stays in sight with the reason', async () => {
    const { page, clerk } = finance;
    await openTask(finance, running);
    const renamed = { name: '凭证.pdf', mimeType: 'application/pdf', buffer: exe };
    await page.locator('input[type=file]:not([capture])').setInputFiles(renamed);
    await clerk.sees('凭证.pdf 没有传上去');
    await clerk.sees('不接收这种文件');
    await clerk.press('再传一次');
    await clerk.sees('凭证.pdf 没有传上去');
    await clerk.press('不传了');
    await page.getByText('凭证.pdf').waitFor({ state: 'detached' });
  });

  test('R-63 a return without reason', async () => {
    await openTask(office, submitted);
    await openStep(office.clerk, '退回');
    await confirm(office.page).click();
    await office.clerk.sees('请填写退回理由');
    await note(office.page).fill('缺少监测数据');
    await office.page.reload();
    await openStep(office.clerk, '退回');
    expect(await note(office.page).inputValue()).toBe('缺少监测数据');
  });
});

describe('two at once', () => {
  test('T40 R-63 a second tab is told that the task has changed, keeps its words and can go on', async () => {
    const path = await openTask(finance, running);
    const other = await openTab(finance.clerk.context, stage.server.origin);
    await stage.goTo(other.page, path);
    await openStep(other, '报告进展');
    await note(other.page).fill('第二个窗口写的进展');
    await finance.clerk.take('报告进展', '进展情况', '第一个窗口写的进展');

    await confirm(other.page).click();
    await other.sees('内容已被别人改过');
    expect(await note(other.page).inputValue()).toBe('第二个窗口写的进展');
    await other.press('载入最新');
    await other.page.getByText('内容已被别人改过').waitFor({ state: 'detached' });
    await other.page.locator('section').getByText('第一个窗口写的进展').first().waitFor();
    expect(await note(other.page).inputValue()).toBe('第二个窗口写的进展');
    await confirm(other.page).click();
    await other.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await other.page.close();
    expect(await notesOf(path)).toEqual(expect.arrayContaining(['第一个窗口写的进展', '第二个窗口写的进展']));
  });

  test('T40 a double click reports once', async () => {
    const path = await openTask(finance, running);
    await openStep(finance.clerk, '报告进展');
    await note(finance.page).fill('只报一次');
    await confirm(finance.page).dblclick();
    await finance.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await notesOf(path)).filter((text) => text === '只报一次')).toHaveLength(1);
  });

  test('T40 a new task is made once, whatever is clicked: twice, back, reload', async () => {
    const { page, clerk } = office;
    const title = '核对寄宿生交通补贴名单';
    await stage.goTo(page, '/tasks/new');
    await page.getByRole('radio', { name: '自拟' }).check();
    await page.getByLabel('任务名称').fill(title);
    await page.getByLabel('牵头单位').fill('督查局');
    await page.getByLabel('牵头单位').press('Enter');
    await page.getByRole('checkbox', { name: '期限待定' }).check();
    await page.getByRole('button', { name: '交办', exact: true }).dblclick();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '新建任务' }).waitFor();
    expect(await page.getByLabel('任务名称').inputValue()).toBe('');
    const search = new URLSearchParams({ q: title }).toString();
    const { total } = await clerk.call<{ total: number }>('GET', `${await clerk.campaign()}/tasks?${search}`);
    expect(total).toBe(1);
  });

  test('T40 a network cut while saving keeps the words, and the second try saves them once', async () => {
    const path = await openTask(finance, running);
    await openStep(finance.clerk, '报告进展');
    await note(finance.page).fill('断网时写的');
    await finance.clerk.context.setOffline(true);
    await confirm(finance.page).click();
    await finance.clerk.sees('连不上服务器');
    await finance.clerk.context.setOffline(false);
    expect(await note(finance.page).inputValue()).toBe('断网时写的');
    await confirm(finance.page).click();
    await finance.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await notesOf(path)).filter((text) => text === '断网时写的')).toHaveLength(1);
  });

  async function notesOf(path: string): Promise<(string | null)[]> {
    const { clerk } = finance;
    const events = `${await clerk.campaign()}${path}/events`;
    const { items } = await clerk.call<{ items: { note: string | null }[] }>('GET', events);
    return items.map((event) => event.note);
  }
});

describe('without a mouse', () => {
  test('signs in, opens the first task and signs for it', async () => {
    const { page, clerk, faults, close } = await stage.visitor();
    await stage.goTo(page, '/');
    await page.keyboard.type('czj');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Yanlian-2022');
    await page.keyboard.press('Enter');
    await clerk.sees('等我签收（1）');
    await tabTo(page, notSigned);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: notSigned }).waitFor();
    await tabTo(page, '签收');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, '确定');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '提交审核' }).waitFor();
    await close();
    expect(faults).toEqual([]);
  });
});

/** Presses Tab until what has the focus bears this text, and sees that the focus shows. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const words = (await focused.textContent()) ?? '';
    if (words.replaceAll(/\s/g, '') !== text.replaceAll(/\s/g, '')) continue;
    const ring = `getComputedStyle(document.activeElement).outlineStyle`;
    expect(await page.evaluate<string>(ring)).not.toBe('none');
    return;
  }
  throw new Error(`80 presses of Tab do not reach ${text}`);
}
