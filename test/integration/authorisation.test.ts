import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type ActorName, actors, AuthzStage, secret } from '../support/authz-stage.js';
import { requests } from '../support/authz-requests.js';
import { changedTables, tableContents } from '../support/table-contents.js';

const matrix = parse(readFileSync(join(import.meta.dirname, '../support/authz.yaml'), 'utf8')) as {
  readonly actors: readonly ActorName[];
  readonly routes: Readonly<Record<string, readonly number[]>>;
};
let stage: AuthzStage;
beforeAll(async () => {
  stage = await AuthzStage.create();
});
afterAll(() => stage.scene.close());

async function introspectedRoutes(): Promise<string[]> {
  const { body } = await stage.scene.call<{ paths: Record<string, object> }>(
    undefined,
    'GET',
    '/api/openapi.json',
  );
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

// Signing everybody in anew is most of a cell's time, and only what succeeds can have changed people.
let touched = false;

async function ask(route: string, actor: ActorName): Promise<{ status: number; text: string }> {
  if (touched) await stage.reset();
  const answer = await call(route, actor);
  touched = !route.startsWith('GET ') && (answer.status < 400 || /session|password/.test(route));
  return answer;
}

async function call(route: string, actor: ActorName): Promise<{ status: number; text: string }> {
  const [method = '', path = ''] = route.split(' ');
  const { parameters = {}, body, query = '' } = (await requests[route]?.(stage)) ?? {};
  const ids: Record<string, string> = { campaignId: stage.scene.campaignId, ...parameters };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no-${name}`);
  expect(filled).not.toContain('no-');
  return stage.scene.call(actors[actor], method, query === '' ? filled : `${filled}?${query}`, { body });
}

describe('T28 who may call what', () => {
  test('the matrix has every route of the API and no other', async () => {
    expect(Object.keys(matrix.routes).toSorted()).toEqual((await introspectedRoutes()).toSorted());
    expect(matrix.actors).toEqual(Object.keys(actors));
  });

  test('the requests are for routes of the matrix', () => {
    expect(Object.keys(requests).filter((route) => !matrix.routes[route])).toEqual([]);
  });

  test.each(Object.entries(matrix.routes))('%s', async (route, expected) => {
    const answers = [];
    for (const actor of matrix.actors) {
      const { status, text } = await ask(route, actor);
      answers.push(status);
      // T29: neither people outside the task nor administrators read anything of it anywhere.
      // The address of a calendar feed is its own key: whoever has it reads the due days it was made for.
      const byKey = route.endsWith('/calendars/{token}');
      const outside = !byKey && (actor === 'other' || actor === 'administrator' || status >= 400);
      const told = outside && (text.includes(secret) || text.includes(stage.standing.task.id));
      expect([actor, told]).toEqual([actor, false]);
    }
    expect(answers).toEqual(expected);
  });

  test('every refusal to somebody signed in is one row of the audit log', async () => {
    const denied = Object.entries(matrix.routes).flatMap(([route, statuses]) =>
      matrix.actors.flatMap((actor, column) => {
        const who = actors[actor];
        const refused = [403, 404].includes(statuses[column] ?? 0);
        return who && refused ? [`${who} ${route.replaceAll(/\{(\w+)\}/g, ':$1')}`] : [];
      }),
    );
    const rows = await stage.scene.query<{ denial: string }>(
      `SELECT a.login || ' ' || e.action AS denial FROM audit_event e JOIN account a ON a.id = e.account_id
       WHERE e.outcome = 'denied'`,
    );
    expect(rows.map(({ denial }) => denial).toSorted()).toEqual(denied.toSorted());
    expect(denied.length).toBeGreaterThan(100);
  });

  test('T32 reading everything there is changes no row', async () => {
    const { dataSource } = stage.scene.server;
    await stage.reset();
    const readers: readonly ActorName[] = ['government_office', 'supervision_office', 'handler'];
    for (const actor of readers) await stage.scene.cookie(actors[actor] ?? 'office');
    const before = await tableContents(dataSource);
    for (const [route, statuses] of Object.entries(matrix.routes)) {
      if (!route.startsWith('GET ')) continue;
      // A refused reading is noted in the audit log, on purpose.
      const reader = readers.find((actor) => statuses[matrix.actors.indexOf(actor)] === 200);
      if (reader) expect((await call(route, reader)).status).toBe(200);
    }
    expect(changedTables(before, await tableContents(dataSource))).toEqual([]);
  });
});
