import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';

/** The rows of the first sheet of a workbook, fetched the way the page's link does: with the person's own session. */
export async function rowsOfDownload(page: Page, href: string): Promise<unknown[][]> {
  const bytes = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, href);
  const workbook = read(Uint8Array.from(bytes), { type: 'array' });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
}
