import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever is not this machine ends at a proxy that is not there.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=localhost;127.0.0.1',
];

/** CHROMIUM_PATH, or the first Chromium on the PATH. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env['CHROMIUM_PATH'] ?? '', ...onPath].find(isExecutable);
}

/** A real Chromium, headless in its new mode, which is the browser itself and not a cut-down shell. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install it, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: ['--headless=new', ...ARGUMENTS] });
}

export interface LocalContext {
  context: BrowserContext;
  /** What the page asked of other hosts; refused, and for a test to assert empty (nothing may phone out). */
  refused: string[];
}

/** A fresh profile in Chinese and Beijing time that reaches nothing but this machine. */
export async function openLocalContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<LocalContext> {
  const refused: string[] = [];
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  // Listening, where a route would switch off the cache: every page would compile the whole client anew.
  context.on('request', (request) => {
    if (isElsewhere(new URL(request.url()))) refused.push(request.url());
  });
  return { context, refused };
}

function isElsewhere(url: URL): boolean {
  return /^(https?|wss?):$/.test(url.protocol) && !['localhost', '127.0.0.1'].includes(url.hostname);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
