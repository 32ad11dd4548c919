import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './bootstrap.mjs';
import { runCommand } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const INSTALL_WITHIN_MS = 600_000;

/**
 * Makes sure that there is a Chromium, and a font for Chinese, where we can.
 * @returns {Promise<string | undefined>} why there is none
 */
export async function ensureBrowser() {
  const chromium = findChromium();
  if (chromium && (await hasChineseFont())) return undefined;
  const refusal = await installWithApt(chromium ? ['fonts-noto-cjk'] : ['chromium', 'fonts-noto-cjk']);
  if (findChromium()) return undefined;
  return `no Chromium found (set CHROMIUM_PATH, or put one on the PATH); ${refusal ?? 'apt-get brought none'}`;
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...onPath].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

/** Without fontconfig's tool we cannot know, and leave things as they are. */
async function hasChineseFont() {
  const { code, output } = await runCommand('fc-list', [':lang=zh', 'family'], { cwd: projectRoot });
  return code !== 0 || output.trim() !== '';
}

async function installWithApt(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'installing one needs root and apt-get';
  const options = {
    cwd: projectRoot,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: INSTALL_WITHIN_MS,
  };
  await runCommand('apt-get', ['update', '-q'], options);
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  const { code, output } = await runCommand('apt-get', args, options);
  return code === 0 ? undefined : `apt-get could not install ${packages.join(', ')}: ${lastLine(output)}`;
}

function lastLine(output) {
  return output.trim().split('\n').at(-1);
}
