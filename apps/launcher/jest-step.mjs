import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectRoot } from './bootstrap.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/**
 * A step that runs one of the Jest projects and takes the counts from its JSON report.
 * @param {string} project also the step's name
 * @param {string} name as shown
 * @param {{ timeoutMs: number, env?: Record<string, string>, args?: string[], forceExit?: boolean,
 *   unavailable?: () => Promise<string | undefined> }} options unavailable: why it has to be skipped, if so
 */
export function jestStep(project, name, options) {
  return { step: project, name, run: () => runJest(project, options) };
}

async function runJest(project, { timeoutMs, env = {}, args: more = [], forceExit, unavailable }) {
  const reason = await unavailable?.();
  if (reason) return { skipped: 1, text: `skipped: ${reason}` };
  const folder = mkdtempSync(join(tmpdir(), 'junheng-jest-'));
  const reportFile = join(folder, 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    join(projectRoot, 'node_modules/jest/bin/jest.js'),
    '--config=test/jest.config.js',
    `--selectProjects=${project}`,
    '--json',
    `--outputFile=${reportFile}`,
    ...(forceExit ? ['--forceExit'] : []),
    ...more,
  ];
  const options = { cwd: projectRoot, timeoutMs, env: { ...process.env, FORCE_COLOR: '0', ...env } };
  const result = await runCommand(process.execPath, args, options);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  return outcomeOf(result, report);
}

function outcomeOf({ code, output }, report) {
  if (!report) return { failed: 1, text: lastLines(output) };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that could not be run holds no tests to count, and set-up may fail with all tests passing.
  const broken = report.numRuntimeErrorTestSuites;
  const counted = report.numFailedTests + broken;
  const failed = counted === 0 && (code !== 0 || passed === 0) ? 1 : counted;
  return { passed, failed, skipped, text: failed > 0 ? failuresIn(report) || lastLines(output) : '' };
}

function failuresIn(report) {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => `${relative(projectRoot, name)}\n${lastLines(message)}`)
    .join('\n');
}
