import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './bootstrap.mjs';
import { ensureBrowser } from './browser.mjs';
import { jestStep } from './jest-step.mjs';
import { LauncherError } from './launcher-error.mjs';
import { lastLines, runCommand } from './run-command.mjs';

const CODE = ['{apps,libs,migrations,test}/**/*.{ts,tsx,js,mjs,css}', '!apps/web/src/api/schema.d.ts'];
const TIME_ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
/** What the lint rules keep from Date and Intl cannot tell one time zone from another: once is enough. */
const WITHOUT_DATES = '/libs/indicator-engine/';
const TEN_MINUTES = 600_000;

/** Groups follow one another; the steps of one share two lanes, the longest first, so that neither core waits for long. */
const GROUPS = [
  [
    staticStep('lint', 'eslint', 'eslint/bin/eslint.js', [
      '--config=test/architecture/eslint.config.js',
      '--max-warnings=0',
      '.',
    ]),
    staticStep('types', 'types web', 'typescript/bin/tsc', ['--noEmit', '-p', 'apps/web/tsconfig.json']),
    staticStep('format', 'prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', ...CODE]),
    staticStep('types', 'types server', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
    jestStep('architecture', 'architecture', { timeoutMs: TEN_MINUTES, args: ['--maxWorkers=1'] }),
  ],
  ...TIME_ZONES.map((zone, index) => [
    jestStep('unit', `unit TZ=${zone}`, {
      timeoutMs: TEN_MINUTES,
      env: { TZ: zone },
      args: index === 0 ? [] : [`--testPathIgnorePatterns=${WITHOUT_DATES}`],
    }),
  ]),
  [jestStep('integration', 'integration', { timeoutMs: 3 * TEN_MINUTES, forceExit: true })],
  [
    jestStep('e2e', 'e2e', {
      timeoutMs: 3 * TEN_MINUTES,
      forceExit: true,
      unavailable: ensureBrowser,
    }),
  ],
];

/** The groups of steps asked for by name, all of them when none is. */
export function chooseGroups(asked) {
  const known = new Set(GROUPS.flat().map(({ step }) => step));
  const unknown = asked.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new LauncherError(`没有这样的测试步骤：${unknown.join('、')}。可用：${[...known].join('、')}。`);
  }
  if (asked.length === 0) return GROUPS;
  return GROUPS.map((group) => group.filter(({ step }) => asked.includes(step))).filter(
    (group) => group.length > 0,
  );
}

/** A check without test cases of its own counts as one test. */
function staticStep(step, name, program, args) {
  return { step, name, run: () => runStatic(program, args) };
}

async function runStatic(program, args) {
  const path = join(projectRoot, 'node_modules', program);
  if (!existsSync(path)) return { failed: 1, text: `${path} is missing` };
  const options = { cwd: projectRoot, timeoutMs: TEN_MINUTES };
  const { code, output } = await runCommand(process.execPath, [path, ...args], options);
  return code === 0 ? { passed: 1 } : { failed: 1, text: lastLines(output) };
}
