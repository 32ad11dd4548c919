import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-generated-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]): Buffer =>
  execFileSync(process.execPath, words, { cwd: root, stdio: 'pipe' });
const committed = (file: string): string => readFileSync(join(root, file), 'utf8');

// After a change of a DTO: node apps/launcher/generate.mjs
describe('what is generated and committed is what the code gives now', () => {
  test('docs/openapi.json', () => {
    const fresh = join(folder, 'openapi.json');
    run('dist/apps/server/src/write-openapi.js', fresh);
    expect(readFileSync(fresh, 'utf8')).toBe(committed('docs/openapi.json'));
  });

  test('the web client’s types', () => {
    const fresh = join(folder, 'schema.d.ts');
    run('node_modules/openapi-typescript/bin/cli.js', 'docs/openapi.json', '-o', fresh);
    expect(readFileSync(fresh, 'utf8')).toBe(committed('apps/web/src/api/schema.d.ts'));
  });

  test('the description covers the whole API, errors aside', () => {
    const { paths } = JSON.parse(committed('docs/openapi.json')) as { paths: Record<string, object> };
    expect(Object.keys(paths).length).toBeGreaterThan(45);
    expect(paths).toHaveProperty(['/api/v1/campaigns/{campaignId}/tasks/{id}/submit', 'post']);
  });
});
