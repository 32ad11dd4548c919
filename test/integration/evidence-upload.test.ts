import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkEvidence } from '../../apps/server/src/features/evidence/evidence.module.js';
import { exe, html, officePackage, pdf } from '../support/evidence-files.js';
import { EvidenceScene, signedIn, uploadForm } from '../support/evidence-scene.js';

const mebibyte = 1024 * 1024;
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const padded = (size: number): Buffer => Buffer.concat([pdf, Buffer.alloc(size - pdf.length, ' ')]);

let scene: EvidenceScene;
beforeAll(async () => {
  scene = await EvidenceScene.create();
});
afterAll(() => scene.close());

const bodyOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;
const waiting = (): string[] => (existsSync(scene.store.temporary) ? readdirSync(scene.store.temporary) : []);
const until = async (reached: () => boolean): Promise<void> => {
  for (let tries = 0; !reached() && tries < 200; tries += 1) await delay(20);
  expect(reached()).toBe(true);
};
const rows = (): Promise<unknown[]> => scene.dataSource.query(`SELECT id FROM evidence`);

describe('uploading evidence', () => {
  test('T25 the limits are the configured size and 30 seconds of silence', () => {
    expect(scene.store.limits).toEqual({ maxBytes: mebibyte, silenceMs: 30_000 });
  });

  test('a file becomes a draft row, a stored file under its hash, and an event with the hash', async () => {
    const response = await scene.upload(scene.plan.lead, { content: pdf, name: '../验收\u202E报告.pdf' });
    const row = await bodyOf(response);
    expect(response.status).toBe(201);
    expect(row).toMatchObject({
      kind: 'document',
      fileName: '验收报告.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: sha256(pdf),
      status: 'draft',
      submissionNo: null,
      uploadedBy: { id: scene.plan.lead.id },
      unit: { name: '单位0' },
      canDelete: true,
      inline: true,
    });
    expect(readFileSync(scene.store.pathOf(sha256(pdf)))).toEqual(pdf);
    const [event] = await scene.dataSource.query<{ action: string; changes: { after: string }[] }[]>(
      `SELECT action, changes FROM task_event ORDER BY seq DESC LIMIT 1`,
    );
    expect(event).toMatchObject({
      action: 'evidence_added',
      changes: [{ after: `验收报告.pdf SHA-256 ${sha256(pdf)}` }],
    });
  });

  test('T25 the stored path contains nothing the user typed', () => {
    const stored = readdirSync(scene.store.root, { recursive: true, encoding: 'utf8' });
    expect(stored.length).toBeGreaterThan(2);
    for (const path of stored) expect(path).toMatch(/^(?:tmp|[0-9a-f]{2}(?:\/[0-9a-f]{64})?)$/);
  });

  test('the same file again for the same kind is the same draft; for another kind it is another one', async () => {
    const content = padded(100);
    const first = await bodyOf(await scene.upload(scene.plan.lead, { content }));
    const again = await bodyOf(await scene.upload(scene.plan.lead, { content, name: '另名.pdf' }));
    const other = await bodyOf(await scene.upload(scene.plan.lead, { content, kind: 'minutes' }));
    expect(again).toEqual(first);
    expect(other['id']).not.toBe(first['id']);
  });

  test('the kind may come after the file', async () => {
    const form = uploadForm({ content: padded(200) });
    form.delete('kind');
    form.append('kind', 'roster');
    const response = await scene.fetch(scene.path, scene.plan.support, { method: 'POST', body: form });
    expect(response.status).toBe(201);
    expect(await bodyOf(response)).toMatchObject({ kind: 'roster', unit: { name: '单位1' } });
  });

  test('T25 exactly the limit is taken, one byte more is not', async () => {
    expect((await scene.upload(scene.plan.lead, { content: padded(mebibyte) })).status).toBe(201);
    const response = await scene.upload(scene.plan.lead, { content: padded(mebibyte + 1) });
    expect(response.status).toBe(413);
    expect(await bodyOf(response)).toMatchObject({ code: 'too_large', detail: '文件超过 1 MB。' });
  });

  test.each([
    ['a missing kind', { content: pdf, kind: '' }, 400, 'malformed'],
    ['an unknown kind', { content: pdf, kind: 'secret' }, 400, 'malformed'],
    ['a program', { content: exe, name: '报告.pdf' }, 422, 'unsupported_file'],
    ['a page', { content: html, name: '照片.jpg' }, 422, 'unsupported_file'],
    ['an empty file', { content: Buffer.alloc(0) }, 422, 'unsupported_file'],
    ['a double extension', { content: exe, name: 'a.pdf.exe' }, 422, 'unsupported_file'],
    [
      'macros',
      {
        content: officePackage('word/document.xml', { name: 'word/vbaProject.bin', content: 'x' }),
        name: 'a.docx',
      },
      422,
      'unsupported_file',
    ],
  ])('T25 %s is refused over HTTP and leaves nothing', async (_, file, status, code) => {
    const before = await rows();
    const response = await scene.upload(scene.plan.lead, file);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await bodyOf(response)).toMatchObject({ code });
    expect(await rows()).toEqual(before);
    expect(waiting()).toEqual([]);
  });

  test('a form without a file says so', async () => {
    const form = new FormData();
    form.append('kind', 'document');
    const response = await scene.fetch(scene.path, scene.plan.lead, { method: 'POST', body: form });
    expect(response.status).toBe(400);
    expect(await bodyOf(response)).toMatchObject({ errors: [{ pointer: '/file', message: '请选择文件' }] });
  });

  test('two files at once are refused and leave nothing', async () => {
    const form = uploadForm({ content: padded(300) });
    form.append('file', new Blob([padded(301)]), '二.pdf');
    const before = await rows();
    const response = await scene.fetch(scene.path, scene.plan.lead, { method: 'POST', body: form });
    expect(response.status).toBe(413);
    expect(await rows()).toEqual(before);
    expect(waiting()).toEqual([]);
  });

  test('JSON instead of a form is malformed', async () => {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await scene.fetch(scene.path, scene.plan.lead, init)).status).toBe(400);
  });

  test.each([
    ['another unit', 'outsider', 404, 'not_found'],
    ['the office, which only reviews', 'office', 403, 'forbidden'],
  ] as const)('R-82 %s may not upload', async (_, who, status, code) => {
    const response = await scene.upload(scene.plan[who], { content: padded(400) });
    expect(response.status).toBe(status);
    expect(await bodyOf(response)).toMatchObject({ code });
  });

  test.each(['draft', 'in_review', 'closed', 'suspended', 'cancelled'])(
    'R-62 nothing is added to a task in state %s',
    async (state) => {
      await scene.dataSource.query(`UPDATE task SET state = $1`, [state]);
      const response = await scene.upload(scene.plan.lead, { content: padded(500) });
      await scene.dataSource.query(`UPDATE task SET state = 'in_progress'`);
      // A draft is not the unit's to see.
      expect(response.status).toBe(state === 'draft' ? 404 : 409);
    },
  );

  test('an upload that the client breaks off leaves nothing', async () => {
    const before = await rows();
    const headers = { ...signedIn(scene.plan.lead), 'content-type': 'multipart/form-data; boundary=x' };
    const outgoing = request(`${scene.origin}${scene.path}`, { method: 'POST', headers, agent: false });
    outgoing.on('error', () => undefined);
    outgoing.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4');
    await until(() => waiting().length === 1);
    outgoing.destroy();
    await until(() => waiting().length === 0);
    expect(await rows()).toEqual(before);
  });

  test('many uploads of one file at once make one draft', async () => {
    const content = padded(600);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => scene.upload(scene.plan.lead, { content })),
    );
    const ids = await Promise.all(answers.map(async (answer) => (await bodyOf(answer))['id']));
    expect(new Set(ids).size).toBe(1);
  });

  test('R-85 after all this the register and the store agree', async () => {
    const check = await checkEvidence(scene.dataSource.manager, scene.store);
    expect(check).toMatchObject({ missing: [], changed: [], filesWithoutRow: [] });
    expect(check.rows).toBeGreaterThan(check.files - 1);
  });
});
