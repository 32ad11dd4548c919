import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Waits until the page has its heading and nothing on it is still loading. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator('h1:visible').first().waitFor();
  await page.locator('.ant-spin-spinning, [aria-busy=true]').first().waitFor({ state: 'detached' });
}

/**
 * What is wrong with the page as it stands, in words; nothing when all is well. What is seen is looked at a second time:
 * a fault stays, a page that was caught between two of its states does not.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  if ((await faultsSeen(page)).length === 0) return [];
  await untilSettled(page);
  return faultsSeen(page);
}

async function faultsSeen(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const where = `${new URL(page.url()).pathname} at ${width}`;
  const found = [...(await layoutFaults(page)), ...(await accessibilityFaults(page))];
  return found.map((fault) => `${where}: ${fault}`);
}

async function layoutFaults(page: Page): Promise<string[]> {
  const headings = await page.locator('h1:visible').count();
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...(headings === 1 ? [] : [`${headings} visible h1`]),
    ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : []),
  ];
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 120)}`));
}
