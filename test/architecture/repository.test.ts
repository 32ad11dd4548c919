import { describe, expect, test } from '@jest/globals';
import { filesUnder, linesMatching, topLevelNames } from './project-files.js';

const TOP_LEVEL = [
  '.ci',
  '.gitignore',
  '.npmrc',
  '.prettierrc.json',
  'LICENSE',
  'README.md',
  'apps',
  'docs',
  'libs',
  'migrations',
  'nest-cli.json',
  'package-lock.json',
  'package.json',
  'test',
  'tsconfig.json',
];
const GENERATED = ['docs/openapi.json', 'apps/web/src/api/schema.d.ts', 'package-lock.json'];
const MOST_LINES = 300;
const files = filesUnder(...topLevelNames());

describe('the repository', () => {
  test('the top level holds what a newcomer expects and nothing else', () => {
    expect(topLevelNames().filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test('no file is too long to read in one sitting', () => {
    const long = files
      .filter(({ path }) => !GENERATED.includes(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  test('file names are in kebab case', () => {
    const named = filesUnder('apps', 'libs', 'test').filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));
    const odd = named.filter(
      ({ path }) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(path),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test('nothing names a path of the machine it was written on', () => {
    const machine =
      /\/work\/(main|shared)|(?<![\w.])\/(home|Users)\/[a-z]|\/tmp\/(jh|h\d)|\.\.\/shared\/[a-z]+\.md/;
    expect(linesMatching(files, machine)).toEqual([]);
  });

  test('no guard is switched off in passing', () => {
    const code = files.filter(({ path }) => /\.(ts|tsx|mjs|js)$/.test(path));
    expect(linesMatching(code, /\/[/*] *(eslint-disable|@ts-(ignore|nocheck|expect-error))/)).toEqual([]);
    expect(linesMatching(code, /\/\/ *(TODO|FIXME|XXX)\b/)).toEqual([]);
  });
});

describe('the tests', () => {
  const tests = files.filter(({ path }) => /\.(spec|test)\.ts$/.test(path));

  test('none runs alone, none is skipped without a comment above that says why', () => {
    expect(tests.length).toBeGreaterThan(10);
    expect(
      linesMatching(tests, /\b(test|it|describe)\.(only|todo)\b|\b(fit|fdescribe|xit|xdescribe)\(/),
    ).toEqual([]);
    const skips = tests.flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const isBare = (line: string, index: number): boolean =>
        /\b(test|it|describe)\.skip\b/.test(line) && !/^\s*(\/\/|\*)/.test(lines[index - 1] ?? '');
      return lines.filter(isBare).map((line) => `${path} ${line.trim()}`);
    });
    expect(skips).toEqual([]);
  });

  test('none replaces a module by a mock', () => {
    expect(linesMatching(tests, /\bjest\.(mock|unstable_mockModule|doMock)\(/)).toEqual([]);
  });
});
