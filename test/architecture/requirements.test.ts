import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesUnder } from './project-files.js';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/requirements.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| ([RT]-?\d{2}) +\| (.+?) +\| (.+?) +\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, number = '', text = '', proof = '']) => ({ number, text, proof }));
const namedIn = (proof: string): string[] =>
  [...proof.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map((match) => match[1] ?? '');

describe('docs/requirements.md', () => {
  test('every test it names exists and names the requirement', () => {
    expect(rows.length).toBeGreaterThanOrEqual(70);
    const wrong = rows.flatMap(({ number, proof }) =>
      namedIn(proof)
        .filter(
          (path) => !existsSync(join(root, path)) || !readFileSync(join(root, path), 'utf8').includes(number),
        )
        .map((path) => `${number} ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every line has a test or says why it has none', () => {
    const bare = rows.filter(
      ({ proof }) =>
        namedIn(proof).length === 0 && !/^(not built|no test|not applicable): .{20,}/.test(proof),
    );
    expect(bare).toEqual([]);
  });

  test('every requirement a test names has its line', () => {
    const known = new Set(rows.map(({ number }) => number));
    const tests = filesUnder('apps', 'libs', 'test').filter(({ path }) => /\.(test|spec)\.ts$/.test(path));
    const named = tests.flatMap(({ text }) =>
      [...text.matchAll(/\b(R-\d{2})\b/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(named)].filter((number) => !known.has(number)).sort()).toEqual([]);
  });
});
