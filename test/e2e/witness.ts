import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core';
import { openLocalContext } from '../support/browser.js';
import { Clerk } from './office.js';

export const desktop: ViewportSize = { width: 1366, height: 768 };
export const phone: ViewportSize = { width: 360, height: 800 };

/** A clerk whose browser tells of everything that a user would not see but that must not happen. */
export interface WatchedClerk {
  clerk: Clerk;
  page: Page;
  /** Script errors, console errors, CSP violations, dialogs, and requests to elsewhere, in order. */
  faults: string[];
  close(): Promise<void>;
}

/**
 * What a test provokes: refusals, a cut network; asking for the session before signing in is one on every first visit.
 * ERR_NETWORK_CHANGED is the machine's doing: Chromium drops requests when any network interface comes or goes.
 */
const expected =
  /Failed to load resource: .*(status of 4(01|04|09|22)\b|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED)/;

const tellOfViolations = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('CSP', event.violatedDirective, event.blockedURI))`;

export async function openWatched(
  browser: Browser,
  origin: string,
  viewport = desktop,
): Promise<WatchedClerk> {
  const { context, refused } = await openLocalContext(browser, { viewport });
  const faults: string[] = [];
  await context.addInitScript(tellOfViolations);
  context.on('page', (page) => watch(page, faults));
  const page = await context.newPage();
  const close = async (): Promise<void> => {
    faults.push(...refused.map((url) => `asked elsewhere: ${url}`));
    await context.close();
  };
  return { clerk: new Clerk(page, context, origin), page, faults, close };
}

/** A second tab of the same person. */
export async function openTab(context: BrowserContext, origin: string): Promise<Clerk> {
  return new Clerk(await context.newPage(), context, origin);
}

function watch(page: Page, faults: string[]): void {
  const tell = (text: string): void => void faults.push(`${new URL(page.url()).pathname}: ${text}`);
  page.on('pageerror', (error) => tell(error.message));
  page.on('console', (message) => {
    const unexpected = message.type() === 'error' && !expected.test(message.text());
    if (unexpected || message.text().includes('Content Security Policy')) tell(message.text());
  });
  page.on('dialog', (dialog) => {
    tell(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}
