import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuthzStage } from '../support/authz-stage.js';
import { requests } from '../support/authz-requests.js';
import type { Who } from '../support/xinmi-scene.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}
// The committed description: it has every query parameter, which the decorators alone do not tell at run time.
const file = join(import.meta.dirname, '../../docs/openapi.json');
const described = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
let stage: AuthzStage;
const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);
beforeAll(async () => {
  stage = await AuthzStage.create();
});
afterAll(() => stage.scene.close());

/** What no form of ours sends and anybody may. */
const broken: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  '长'.repeat(20_000),
  -1,
  1.5,
  1e20,
  true,
  [],
  [null],
  [[]],
  {},
  { kind: {} },
  '2022-02-30',
  '99999-01-01',
  '00000000-0000-0000-0000-000000000000',
];

const actorFor = (route: string): Who =>
  /accounts|settings|\{id\}\/pack|POST \/api\/v1\/campaigns$/.test(route)
    ? 'admin'
    : /\/support\//.test(route)
      ? 'education'
      : /\/(sign|report|submit|evidence|handling)/.test(route)
        ? 'finance'
        : 'office';

/** Sends it and gives what the program stumbled over. */
async function stumbles(route: string, path: string, body?: unknown): Promise<string | undefined> {
  const [method = ''] = route.split(' ');
  const sent = body === undefined ? {} : { body };
  const { status, text } = await stage.scene.call(actorFor(route), method, path, sent);
  return status >= 500
    ? `${method} ${path} ${JSON.stringify(body)?.slice(0, 200)} → ${status} ${text.slice(0, 80)}`
    : undefined;
}

async function prepared(route: string): Promise<{ path: string; body: Record<string, unknown> | undefined }> {
  const [, template = ''] = route.split(' ');
  const { parameters = {}, body } = (await requests[route]?.(stage)) ?? {};
  const ids: Record<string, string> = { campaignId: stage.scene.campaignId, ...parameters };
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  return { path, body: body instanceof FormData ? undefined : (body as Record<string, unknown> | undefined) };
}

describe('whatever is sent, the program does not stumble (no 5xx)', () => {
  // A field takes every third way, the next two the rest: each way meets hundreds of fields, in a third of the time.
  test('every field of every body, broken in every way', async () => {
    const faults: string[] = [];
    let fields = 0;
    for (const [route] of routes) {
      await stage.reset();
      const { path, body } = await prepared(route);
      if (!body) continue;
      for (const field of Object.keys(body)) {
        fields += 1;
        for (const value of broken.filter((_, way) => (way + fields) % 3 === 0))
          faults.push((await stumbles(route, path, { ...body, [field]: value })) ?? '');
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
    expect(faults.length).toBeGreaterThan(800);
  });

  test('every optional field of new tasks and edits, broken in every way', async () => {
    const { scene } = stage;
    await stage.reset();
    const optional = [
      'description',
      'supportingUnitIds',
      'clauseId',
      'priority',
      'requiredEvidence',
      'note',
      'leadUnitId',
      'title',
    ];
    const edit = `PATCH /api/v1/campaigns/{campaignId}/tasks/{id}`;
    const path = `/api/v1/campaigns/${scene.campaignId}`;
    const faults: string[] = [];
    for (const state of ['draft', 'signed'] as const) {
      const id = await stage.task(state);
      for (const field of optional)
        for (const value of broken)
          faults.push(
            (await stumbles(edit, `${path}/tasks/${id}`, { version: 1, note: '理由', [field]: value })) ?? '',
          );
    }
    for (const field of optional)
      for (const value of broken) {
        const item = { ...scene.newTask(), [field]: value };
        faults.push((await stumbles('POST /tasks', `${path}/tasks`, item)) ?? '');
        faults.push((await stumbles('POST /tasks', `${path}/task-batches/preview`, { items: [item] })) ?? '');
      }
    expect(faults.filter(Boolean)).toEqual([]);
  });

  test('every parameter of every query, and every id in every path', async () => {
    const faults: string[] = [];
    const texts = [
      '',
      ' ',
      'x',
      '%00',
      '%ED%A0%80',
      '-1',
      '1e400',
      'null',
      "'",
      '99999-01-01',
      'WyIiLDFd',
      '9'.repeat(400),
    ];
    // All ids go through one pipe, and the campaign's stands in nearly every path.
    const ids = texts.filter((_, index) => index % 3 === 0);
    for (const [route, { parameters = [] }] of routes) {
      await stage.reset();
      const { path, body } = await prepared(route);
      for (const { name, in: place } of parameters) {
        for (const text of place === 'path' ? ids : texts) {
          const [, template = ''] = route.split(' ');
          const odd =
            place === 'query'
              ? `${path}?${name}=${text}&${name}=${text}`
              : replaced(template, path, name, text);
          if (place === 'query') faults.push((await stumbles(route, `${path}?${name}=${text}`, body)) ?? '');
          faults.push((await stumbles(route, odd, body)) ?? '');
        }
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
    expect(faults.length).toBeGreaterThan(1000);
  });
});

/** The path with one of its ids replaced. */
function replaced(template: string, path: string, name: string, text: string): string {
  const at = template.split('/').indexOf(`{${name}}`);
  return path
    .split('/')
    .map((part, index) => (index === at ? text : part))
    .join('/');
}
