import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, projectRoot } from './cruise.js';
import rules from './dependency-rules.js';

const FEATURES = 'apps/server/src/features';

/** For each rule a file that breaks it, and what it imports. */
const PLANTS: Record<string, [from: string, to: string]> = {
  'kernel-imports-nothing': ['libs/kernel/a.ts', 'node:fs'],
  'libs-stand-on-kernel-only': ['libs/official-documents/a.ts', 'libs/campaign-pack/b.ts'],
  'packs-stand-on-kernel-and-engine': ['libs/campaign-pack/p.ts', 'libs/official-documents/p.ts'],
  'libs-know-no-framework': ['libs/campaign-pack/c.ts', 'typeorm'],
  'libs-through-their-index': [`${FEATURES}/duties/d.ts`, 'libs/kernel/inner.ts'],
  'nobody-imports-apps': ['migrations/e.ts', 'apps/server/src/database/e.ts'],
  'web-knows-the-api-only': ['apps/web/src/f.ts', 'apps/server/src/database/f.ts'],
  'server-knows-no-web': ['apps/server/src/g.ts', 'apps/web/src/g.ts'],
  'product-imports-no-tests': ['apps/server/src/h.ts', 'test/support/h.ts'],
  'no-cycles': [`${FEATURES}/tasks/task-a.entity.ts`, `${FEATURES}/tasks/task-b.entity.ts`],
  'features-meet-at-the-module': [`${FEATURES}/tasks/i.ts`, `${FEATURES}/units/unit.entity.ts`],
  'controllers-only-call': [`${FEATURES}/units/units.controller.ts`, `${FEATURES}/units/u.repository.ts`],
  'policy-and-presenter-are-plain': [`${FEATURES}/units/unit.policy.ts`, '@nestjs/common'],
  'inner-parts-know-no-controller': [`${FEATURES}/units/j.ts`, `${FEATURES}/units/k.controller.ts`],
  'edge-knows-no-feature': ['apps/server/src/http/l.ts', `${FEATURES}/units/l.ts`],
  'no-development-packages-in-the-product': ['apps/server/src/m.ts', 'fast-check'],
  'everything-resolves': ['apps/server/src/n.ts', 'no-such-package'],
  'no-orphans': ['apps/server/src/o.ts', ''],
};

describe('who may import whom', () => {
  test('every import in the project keeps the rules', async () => {
    const { modules, violations } = await cruise(projectRoot, ['apps', 'libs', 'migrations', 'test']);
    expect(violations).toEqual([]);
    // With a TypeScript it does not support, dependency-cruiser sees nothing and is content.
    expect(modules.filter((path) => path.endsWith('.ts')).length).toBeGreaterThanOrEqual(50);
    expect(modules).toContain('libs/kernel/index.ts');
  });

  test('every rule says why', () => {
    for (const rule of rules.forbidden) expect(rule.comment.length).toBeGreaterThan(40);
  });
});

describe('the guard itself', () => {
  const root = mkdtempSync(join(tmpdir(), 'junheng-plants-'));
  const found = new Map<string, string[]>();

  beforeAll(async () => {
    plantAll(root);
    const { violations } = await cruise(root, ['apps', 'libs', 'migrations', 'test']);
    for (const { rule, from } of violations) found.set(rule, [...(found.get(rule) ?? []), from]);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('there is a plant for each rule', () => {
    expect(Object.keys(PLANTS).toSorted()).toEqual(rules.forbidden.map(({ name }) => name).toSorted());
  });

  test.each(Object.entries(PLANTS))('%s fires on a planted import', (rule, [from]) => {
    expect(found.get(rule)).toContain(from);
  });
});

function plantAll(root: string): void {
  const manifest = { type: 'module', dependencies: { typeorm: '1', '@nestjs/common': '1' } };
  const packages = ['typeorm', '@nestjs/common', 'fast-check'];
  plant(root, 'package.json', JSON.stringify({ ...manifest, devDependencies: { 'fast-check': '1' } }));
  for (const name of packages) {
    plant(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    plant(root, `node_modules/${name}/index.js`, '');
  }
  for (const [from, to] of Object.values(PLANTS)) {
    const isFile = to.endsWith('.ts');
    const specifier = isFile ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
    plant(root, from, to === '' ? 'export const alone = 1;' : `import '${specifier}';`);
    if (isFile) plant(root, to, 'export const planted = 1;');
  }
  const [a, b] = PLANTS['no-cycles'] ?? ['', ''];
  plant(
    root,
    b,
    `import type * as a from '${'../'.repeat(b.split('/').length - 1)}${a}';\nexport type B = typeof a;`,
  );
}

function plant(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
