import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { pdf } from '../support/evidence-files.js';
import { untilSettled } from './page-checks.js';
import { Stage } from './stage.js';
import type { WatchedClerk } from './witness.js';

const payloads = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror="window.__pwned=1">',
  '"><svg/onload=window.__pwned=1>',
  "'-(window.__pwned=1)-'",
  'javascript:window.__pwned=1',
  '</textarea><iframe srcdoc="<script>parent.__pwned=1</script>">',
  '{{constructor.constructor("window.__pwned=1")()}}',
  '${window.__pwned=1}',
  '<a href="javascript:window.__pwned=1">点我</a>',
  '<math><mtext><style><img src=x onerror=window.__pwned=1></style></mtext></math>',
];
const [first = '', second = ''] = payloads;

interface Task {
  id: string;
  version: number;
  title: string;
}

let stage: Stage;
let office: WatchedClerk;
let finance: WatchedClerk;
let administrator: WatchedClerk;

beforeAll(async () => {
  stage = await Stage.open();
  [office, finance, administrator] = [
    await stage.signIn('zfb'),
    await stage.signIn('czj'),
    await stage.signIn('admin'),
  ];
});

afterAll(() => stage.close());

test('T40 markup in every free text field stays text on every page that shows it', async () => {
  const tasks = await writeTasks();
  await writeProgress(tasks);
  await writeNames();
  const shown = new Set<string>();
  for (const [watched, paths] of [
    [
      office,
      [
        '/',
        '/tasks',
        '/units',
        '/reports/overdue',
        '/outbox',
        '/plan',
        `/tasks?q=${encodeURIComponent(first)}`,
      ],
    ],
    [finance, ['/', '/tasks', ...tasks.map((task) => `/tasks/${task.id}`)]],
    [administrator, ['/accounts', '/settings', '/outbox']],
  ] as const) {
    for (const path of paths) {
      await stage.goTo(watched.page, path);
      const text = await textOf(watched.page);
      for (const payload of payloads.filter((one) => text.includes(one))) shown.add(payload);
      expect(await pwned(watched.page)).toBeNull();
    }
  }
  expect([...shown].sort()).toEqual([...payloads].sort());
  expect([...office.faults, ...finance.faults, ...administrator.faults]).toEqual([]);
});

test.each(['javascript:window.__pwned=1', '//example.com/', 'https://example.com/', '/\\example.com'])(
  'an address to go on to after signing in is followed only within the site: %s',
  async (next) => {
    const { page, clerk, faults, close } = await stage.visitor();
    await stage.goTo(page, `/sign-in?${new URLSearchParams({ next }).toString()}`);
    await page.getByLabel('登录名').fill('dcj');
    await page.getByLabel('密码', { exact: true }).fill('Yanlian-2022');
    await clerk.press('登录');
    await page.getByRole('banner').waitFor();
    expect(new URL(page.url()).origin).toBe(stage.server.origin);
    expect(await pwned(page)).toBeNull();
    await close();
    expect(faults).toEqual([]);
  },
);

/** One task for each payload, in its title and in its description. */
async function writeTasks(): Promise<Task[]> {
  const { clerk } = office;
  const campaign = await clerk.campaign();
  const { items: units } = await clerk.call<{ items: { id: string; shortName: string }[] }>(
    'GET',
    `${campaign}/units`,
  );
  const leadUnitId = units.find((unit) => unit.shortName === '财政局')?.id ?? '';
  const source = { kind: 'free' };
  const tasks: Task[] = [];
  for (const payload of payloads) {
    const body = { title: payload, description: payload, source, leadUnitId, dueOn: null, assign: true };
    tasks.push(await clerk.call<Task>('POST', `${campaign}/tasks`, { requestId: randomUUID(), ...body }));
  }
  return tasks;
}

/** The unit signs and reports; one task gets a file with a telling name and comes back with a reason. */
async function writeProgress(tasks: readonly Task[]): Promise<void> {
  const campaign = await office.clerk.campaign();
  const step = (watched: WatchedClerk, { id, version }: Task, action: string, note: string): Promise<Task> =>
    watched.clerk.call<Task>('POST', `${campaign}/tasks/${id}/${action}`, { version, note });
  for (const task of tasks) {
    const signed = await step(finance, task, 'sign', task.title);
    const reported = await step(finance, signed, 'report', task.title);
    if (task.title !== second) continue;
    const { page, clerk } = finance;
    await stage.goTo(page, `/tasks/${task.id}`);
    const file = { name: `${second}.pdf`, mimeType: 'application/pdf', buffer: pdf };
    await page.locator('input[type=file]:not([capture])').setInputFiles(file);
    await clerk.sees('未提交');
    await untilSettled(page);
    const { version } = await clerk.call<Task>('GET', `${campaign}/tasks/${task.id}`);
    const sent = await step(finance, { ...reported, version }, 'submit', second);
    await step(office, sent, 'return', second);
  }
}

/** A unit and a person with telling names. */
async function writeNames(): Promise<void> {
  const campaign = await office.clerk.campaign();
  const { items } = await office.clerk.call<{ items: { id: string; version: number; shortName: string }[] }>(
    'GET',
    `${campaign}/units`,
  );
  const unit = items.at(-1);
  await office.clerk.call('PATCH', `${campaign}/units/${unit?.id ?? ''}`, {
    version: unit?.version,
    name: first,
    shortName: '"><img src=x>',
  });
  await administrator.clerk.call('POST', '/accounts', { login: 'ceshi', name: second });
}

const pwned = (page: Page): Promise<unknown> => page.evaluate<unknown>('window.__pwned ?? null');

/** What the page says, in fields as well. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `[document.body.innerText, ...[...document.querySelectorAll('input')].map((field) => field.value)].join('\\n')`,
  );
