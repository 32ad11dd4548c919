import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from './cruise.js';

const PLANTS: [place: string, file: string, code: string[]][] = [
  [
    'a library asks nothing of its surroundings',
    'libs/kernel/domain-error.ts',
    [
      'export const a = Date.now();',
      'export const b = new Date();',
      'export const c = Math.random();',
      "export const d = process.env['TZ'];",
      "export const e = () => fetch('http://localhost');",
      'export const f = (x: any): unknown => x;',
      "export const g = new Date('2026-03-05');",
    ],
  ],
  [
    'the engine cannot tell one time zone from another, its tests included',
    'libs/indicator-engine/coefficient.spec.ts',
    [
      "export const a = Date.parse('2026-03-05');",
      'export const b = Intl.DateTimeFormat();',
      'export const c = (1).toLocaleString();',
      'export const d = (x: { toLocaleDateString(): string }) => x.toLocaleDateString();',
    ],
  ],
  [
    'the server asks the injected clock and leaves no promise behind',
    'apps/server/src/config/start-up-error.ts',
    [
      'export const a = Date.now();',
      'export const b = new Date();',
      'export const c = Date();',
      'export const d = (x: unknown) => (x as { save(): void }).save();',
      'export const e = (x: () => Promise<void>) => { x(); };',
    ],
  ],
];

describe('the lint rules', () => {
  const allowed: [string, string] = [
    'apps/server/src/config/system-clock.ts',
    'export const a = Date.now();',
  ];
  let found: number[][];

  beforeAll(async () => {
    const texts = PLANTS.map(([, file, code]) => [file, code.join('\n')]);
    found = await linesFoundIn([...texts, allowed]);
  });

  test.each(PLANTS.map(([place, , code], index) => ({ place, code, index })))('$place', ({ code, index }) => {
    expect(found[index]).toEqual(code.map((_, line) => line + 1));
  });

  test('the one place that reads the machine clock may do so', () => {
    expect(found.at(-1)).toEqual([]);
  });
});

async function linesFoundIn(texts: string[][]): Promise<number[][]> {
  const program = join(projectRoot, 'test/architecture/lint-texts.mjs');
  const child = execFile(process.execPath, [program], { cwd: projectRoot });
  child.stdin?.end(JSON.stringify(texts));
  if (!child.stdout) throw new Error('no output to read');
  return JSON.parse(await text(child.stdout)) as number[][];
}
