/**
 * `npm test [-- step …]`: installs and builds what is missing, then runs every check.
 * The last line is `N passed, N failed[, N skipped]`; the exit code says the same.
 */
import './check-node.mjs';
import { bootstrap, projectRoot } from './bootstrap.mjs';
import { LauncherError } from './launcher-error.mjs';
import { chooseGroups } from './test-steps.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

function report({ name, outcome, seconds }) {
  for (const kind of Object.keys(total)) total[kind] += outcome[kind] ?? 0;
  const sign = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '-';
  const figures = figuresOf(outcome);
  console.log(`${sign} ${name.padEnd(24)} ${figures.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
  if (outcome.text) console.log(outcome.text.replace(/^/gm, '    '));
}

function figuresOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function timed({ name, run }) {
  const startedAt = performance.now();
  const outcome = { passed: 0, failed: 0, skipped: 0, ...(await run()) };
  report({ name, outcome, seconds: (performance.now() - startedAt) / 1000 });
}

/** Two at a time, for the two cores of a small machine: whichever lane is free takes the next. */
async function inLanes(steps) {
  const lane = async () => {
    for (let step = steps.shift(); step; step = steps.shift()) await timed(step);
  };
  await Promise.all([lane(), lane()]);
}

async function runAll() {
  process.chdir(projectRoot);
  const asked = [...process.argv.slice(2), ...(process.env.JUNHENG_TEST_STEPS ?? '').split(/[\s,]+/)];
  const groups = chooseGroups(asked.filter((name) => name !== ''));
  await bootstrap({ web: true, say: console.log });
  for (const group of groups) await inLanes([...group]);
}

try {
  await runAll();
} catch (error) {
  console.error(error instanceof LauncherError ? error.message : error);
  total.failed += 1;
}
console.log(figuresOf(total));
process.exitCode = total.failed > 0 ? 1 : 0;
