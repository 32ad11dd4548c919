import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemCatalogue } from '#kernel';
import { migrations } from '../../apps/server/src/database/migrations.js';
import { projectRoot } from './cruise.js';
import { filesUnder, read } from './project-files.js';

const CHINESE = /\p{Script=Han}/u;
const STATUSES = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507];

describe('migrations', () => {
  const files = readdirSync(join(projectRoot, 'migrations'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace('.ts', ''))
    .toSorted();

  test('every file is listed, in the order of its timestamp', () => {
    const asClassName = (file: string): string => file.replace(/^(\d+)-(.+)$/, '$2$1');
    expect(files).toEqual(files.filter((file) => /^\d{13}-[A-Z][A-Za-z]+$/.test(file)));
    expect(migrations.map(({ name }) => name)).toEqual(files.map(asClassName));
  });

  test('HEAD names the newest in one line', () => {
    expect(read('migrations/HEAD')).toBe(`${files.at(-1)}\n`);
  });

  test('each can be taken back', () => {
    for (const migration of migrations) expect(typeof new migration().down).toBe('function');
  });
});

describe('problems', () => {
  test.each(Object.entries(problemCatalogue))('%s has status, title and advice', (_code, problem) => {
    expect(STATUSES).toContain(problem.status);
    expect(problem.title).toMatch(CHINESE);
    expect(problem.advice).toMatch(CHINESE);
    expect(problem.advice).toMatch(/[。！]$/);
  });

  test('every code is raised or answered somewhere', () => {
    const code = filesUnder('apps/server/src', 'libs').filter(
      ({ path }) => !path.endsWith('problem-catalogue.ts'),
    );
    const unused = Object.keys(problemCatalogue).filter(
      (name) => !code.some(({ text }) => text.includes(`'${name}'`)),
    );
    expect(unused).toEqual([]);
  });
});

describe('shapes of the API', () => {
  test('no two classes share a name, or the document would show one for both', () => {
    const names = filesUnder('apps/server/src')
      .filter(({ path }) => path.endsWith('.dto.ts'))
      .flatMap(({ text }) => [...text.matchAll(/^export class (\w+)/gm)].map(([, name = '']) => name));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('what has to be written down', () => {
  test('every environment variable the configuration reads is in the runbook', () => {
    const config = filesUnder('apps/server/src/config').filter(({ path }) => !path.endsWith('.spec.ts'));
    const names = config.flatMap(({ text }) => [...text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'/g)]);
    const variables = [...new Set(names.map((match) => match[1] ?? ''))].filter(
      (name) => !name.startsWith('SIG'),
    );
    expect(variables).toContain('DATABASE_URL');
    const runbook = read('docs/runbook.zh.md');
    expect(variables.filter((name) => !runbook.includes(name))).toEqual([]);
  });

  test('every package has a line that says what it is for', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
    const kinds = ['dependencies', 'optionalDependencies', 'devDependencies'];
    const packages = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    const list = read('docs/dependencies.md');
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter((name) => !list.includes(`\`${name}\``))).toEqual([]);
  });
});
