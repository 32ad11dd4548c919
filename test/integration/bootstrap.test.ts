import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = dirname(dirname(import.meta.dirname));
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'junheng-bootstrap-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs launcher code as the launcher does, in plain Node. */
async function inNode(code: string): Promise<string> {
  const launcher = join(root, 'apps/launcher');
  const args = ['--input-type=module', '--eval', code.replaceAll('launcher:', `${launcher}/`), folder];
  return (await promisify(execFile)(process.execPath, args)).stdout.trim();
}

describe('what decides about a new build', () => {
  const hash = (): Promise<string> =>
    inNode(
      `import { sourceHash } from 'launcher:source-hash.mjs'; console.log(sourceHash(process.argv[1], ['src', 'gone']));`,
    );

  test('is the content of the sources, not their times, and not their specs', async () => {
    fs.mkdirSync(join(folder, 'src'));
    fs.writeFileSync(join(folder, 'src/a.ts'), 'export const a = 1;');
    const first = await hash();
    fs.utimesSync(join(folder, 'src/a.ts'), 1, 1);
    fs.writeFileSync(join(folder, 'src/a.spec.ts'), 'a test');
    expect(await hash()).toBe(first);
    fs.writeFileSync(join(folder, 'src/a.ts'), 'export const a = 2;');
    const second = await hash();
    expect(second).not.toBe(first);
    fs.renameSync(join(folder, 'src/a.ts'), join(folder, 'src/b.ts'));
    expect(await hash()).not.toBe(second);
  });
});

describe('two starts at once', () => {
  const WORK = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as delay } from 'node:timers/promises';
    import { withBootstrapLock } from 'launcher:bootstrap-lock.mjs';
    const [, folder] = process.argv;
    await withBootstrapLock(folder + '/lock', (pid) => console.log('waits for ' + pid), async () => {
      appendFileSync(folder + '/log', 'in ');
      await delay(1000);
      appendFileSync(folder + '/log', 'out ');
    });`;

  test('install and build one after the other', async () => {
    const outputs = await Promise.all([inNode(WORK), inNode(WORK), inNode(WORK)]);
    expect(fs.readFileSync(join(folder, 'log'), 'utf8')).toBe('in out in out in out ');
    // One of three may come so late on a busy machine that the lock is free again.
    const waited = outputs.filter((output) => /^waits for \d+$/.test(output));
    expect([1, 2]).toContain(waited.length);
    expect(fs.existsSync(join(folder, 'lock'))).toBe(false);
  });

  test('are not kept waiting by one that was killed', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    fs.writeFileSync(join(folder, 'lock'), String(dead));
    await inNode(WORK);
    expect(fs.readFileSync(join(folder, 'log'), 'utf8')).toBe('in out ');
  });
});

describe('the check runner', () => {
  test('ends with the totals as its last line and an exit code that agrees', () => {
    const { status, stdout } = spawnSync(join(root, '.ci/run'), ['no-such-step'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(stdout).toContain('没有这样的测试步骤：no-such-step');
  });
});
