import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowsOfDownload } from './download.js';
import { faultsOf, untilSettled } from './page-checks.js';
import { demoPassword, Stage } from './stage.js';
import { desktop, phone } from './witness.js';

const planTabs = ['clauses', 'targets', 'projects', 'phases'].map((tab) => `/plan?tab=${tab}`);
const business = [
  '/',
  '/tasks',
  '/plan',
  '/projects',
  '/units',
  '/ledgers',
  '/ledgers/large_class',
  '/reports/overdue',
  '/inbox',
  '/outbox',
  '/calendar',
  '/password',
];
const countyInputs = ['figures', 'judgements', 'responsibilities'].map((page) => `/indicators/${page}`);
const indicators = [
  '/indicators',
  '/indicators/matrix?stage=junior',
  '/indicators/remedy',
  '/indicators/vetoes',
  '/indicators/special-cases',
  ...countyInputs,
];
const timeline = ['/timeline', '/timeline?view=table', '/timeline/baselines', '/timeline/versions'];
const whatIfTabs = ['result', 'turns', 'schools', 'basis'].map((tab) => `?tab=${tab}`);
const pagesOf = {
  zfb: [
    ...business,
    '/reminders',
    '/reminders/dry-run',
    '/tasks/new',
    '/tasks/batch',
    '/recurring',
    '/robots',
    ...planTabs,
    ...indicators,
    '/indicators/data',
    '/ledgers/import-classes',
    '/ledgers/problem/import',
    '/ladder',
    ...timeline,
    '/projects?view=sums&by=unit',
  ],
  // The office's walk is over every page; the others' over what looks different for them.
  dcj: [
    '/',
    '/ledgers/large_class',
    '/reports/overdue',
    '/ladder',
    '/ladder/simulations',
    '/timeline',
    '/wall',
  ],
  czj: [
    '/',
    '/tasks',
    '/projects',
    '/ledgers',
    '/units',
    '/inbox',
    '/outbox',
    '/timeline',
    '/wall',
    ...countyInputs,
  ],
  xz01: ['/', '/tasks', '/projects', '/ledgers', '/plan'],
  admin: ['/accounts', '/settings', '/calendar', '/outbox', '/password', '/nowhere'],
};

type Role = keyof typeof pagesOf;

/** Lists whose first row has a page of its own. */
const openedBy: Record<Role, string[]> = {
  zfb: ['/tasks', '/projects', '/outbox'],
  dcj: ['/tasks'],
  czj: ['/tasks', '/projects'],
  xz01: ['/tasks'],
  admin: ['/outbox'],
};

let stage: Stage;

/** What each role's walk has found: two are under way at a time, for a page that is loading leaves a core idle. */
const walks = new Map<string, Promise<string[]>>();

beforeAll(async () => {
  stage = await Stage.open();
  const [longest = '', ...others] = Object.keys(pagesOf) as Role[];
  walks.set(longest, walk(longest as Role));
  let before: Promise<unknown> = Promise.resolve();
  for (const login of others) {
    const own = before.then(() => walk(login));
    walks.set(login, own);
    before = own.catch(() => undefined);
  }
  // A walk that fails is told by the test that waits for it, which may not have begun yet.
  for (const own of walks.values()) own.catch(() => undefined);
});
afterAll(() => stage.close());

/** Both sizes of one load: a desktop window that is then made as narrow as a phone. */
async function faultsAtBothSizes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await untilSettled(page);
    faults.push(...(await faultsOf(page)));
  }
  await page.setViewportSize(desktop);
  return faults;
}

/** The first row's own page. */
async function openFirstOf(page: Page, list: string): Promise<void> {
  await stage.goTo(page, list);
  await page.locator(`main a[href^="${list}/"]`).first().click();
  await page.waitForURL(/\/[0-9a-f-]{36}$/);
  await untilSettled(page);
}

async function walk(login: Role): Promise<string[]> {
  const { page, faults, close } = await stage.signIn(login);
  const found: string[] = [];
  for (const path of pagesOf[login]) {
    await stage.goTo(page, path);
    found.push(...(await faultsAtBothSizes(page)));
  }
  for (const list of openedBy[login]) {
    await openFirstOf(page, list);
    found.push(...(await faultsAtBothSizes(page)));
  }
  if (pagesOf[login].includes('/indicators')) {
    await openFirstOf(page, '/indicators/projection');
    const whatIf = new URL(page.url()).pathname;
    const compared = `/indicators/projection/compare?ids=${whatIf.split('/').at(-1)}`;
    for (const path of ['/indicators/projection', compared, ...whatIfTabs.map((tab) => whatIf + tab)]) {
      await stage.goTo(page, path);
      found.push(...(await faultsAtBothSizes(page)));
    }
  }
  if (pagesOf[login].includes('/timeline/baselines')) {
    await stage.goTo(page, '/timeline/baselines');
    await page.locator('main a[href$="/compare"]').first().click();
    await page.waitForURL(/\/compare$/);
    await untilSettled(page);
    found.push(...(await faultsAtBothSizes(page)));
  }
  await close();
  return [...found, ...faults];
}

describe('every page, and for each role what differs, at 1366×768 and 360×800', () => {
  test('the checks see what they are for', async () => {
    const { page, faults: told, close } = await stage.visitor();
    await stage.goTo(page, '/');
    const spoil = `document.querySelector('main').insertAdjacentHTML('beforeend',
      '<h1>二</h1><img src="/mark.svg"><p style="color:#ddd;background:#fff">淡得看不清</p><div style="width:2000px">宽</div>')`;
    await page.evaluate(spoil);
    const faults = (await faultsOf(page)).join('\n');
    // On a page of nobody's, whose own policy forbids nothing.
    await page.goto('about:blank');
    const elsewhere = 'http://198.51.100.7/';
    expect(await page.evaluate(`fetch('${elsewhere}', { mode: 'no-cors' }).catch(() => 'refused')`)).toBe(
      'refused',
    );
    await close();
    expect(told).toContain(`asked elsewhere: ${elsewhere}`);
    for (const fault of ['2 visible h1', 'scrolls sideways', 'image-alt', 'color-contrast'])
      expect(faults).toContain(fault);
  });

  test('the sign-in page says how to get in, and lets in', async () => {
    const { page, faults, close } = await stage.visitor();
    await stage.goTo(page, '/');
    await page.getByText(demoPassword).waitFor();
    const found = await faultsAtBothSizes(page);
    await page.getByRole('button', { name: /财政局承办人/ }).click();
    await page.getByRole('heading', { name: '承办台' }).waitFor();
    await close();
    expect([...found, ...faults]).toEqual([]);
  });

  test.each(Object.keys(pagesOf))(
    '%s: no error, nothing cut off, one heading, no barrier, nothing from elsewhere',
    async (login) => {
      expect(await walks.get(login)).toEqual([]);
    },
    300_000,
  );
});

describe('R-66 a number is the number of its list, and of the list’s workbook', () => {
  test.each(['zfb', 'dcj', 'czj'])('each tile of the desk of %s', async (login) => {
    const { page, faults, close } = await stage.signIn(login);
    const tiles = await page.locator('a.tile').evaluateAll(readCounts);
    expect(tiles).toHaveLength(8);
    expect(tiles.some(({ count }) => count > 0)).toBe(true);
    for (const { href, count } of tiles) {
      await stage.goTo(page, href);
      const total = await page
        .getByText(/^共 \d+ 项$/)
        .first()
        .innerText();
      const workbook = await page.getByRole('link', { name: /Excel/ }).getAttribute('href');
      const rows = (await rowsOfDownload(page, workbook ?? '')).flat().filter(isTaskNumber).length;
      expect({ href, total, rows }).toEqual({ href, total: `共 ${count} 项`, rows: count });
    }
    await close();
    expect(faults).toEqual([]);
  });

  test('each cell of the unit overview', async () => {
    const { clerk, page, close } = await stage.signIn('zfb');
    await stage.goTo(page, '/units');
    const cells = await page.locator('a.count').evaluateAll(readCounts);
    const some = cells.filter(({ count }) => count > 0);
    expect(some.length).toBeGreaterThan(30);
    const campaign = await clerk.campaign();
    const wrong: unknown[] = [];
    for (const { href, count } of some) {
      const { total } = await clerk.call<{ total: number }>('GET', `${campaign}${href}`);
      if (total !== count) wrong.push({ href, count, total });
    }
    await close();
    expect(wrong).toEqual([]);
  });
});

interface Linked {
  getAttribute(name: string): string | null;
  readonly textContent: string;
}

/** Runs in the page: a link's address and the number it shows. */
function readCounts(links: readonly Linked[]): { href: string; count: number }[] {
  return links.map((link) => ({
    href: link.getAttribute('href') ?? '',
    count: Number(/\d+/.exec(link.textContent)?.[0] ?? NaN),
  }));
}

function isTaskNumber(cell: unknown): boolean {
  return typeof cell === 'string' && /^[A-Z]+-\d{4,}$/.test(cell);
}
