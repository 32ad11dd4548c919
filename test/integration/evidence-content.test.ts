import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkEvidence } from '../../apps/server/src/features/evidence/evidence.module.js';
import type { EvidenceRow } from '../../apps/server/src/features/tasks/tasks.module.js';
import { officePackage, pdf, png } from '../support/evidence-files.js';
import { EvidenceScene, type ScenePerson, type UploadedFile } from '../support/evidence-scene.js';

const text = Buffer.from('<html><script>alert(1)</script></html>');
const wordFile = officePackage('word/document.xml');

let scene: EvidenceScene;
beforeAll(async () => {
  scene = await EvidenceScene.create();
});
afterAll(() => scene.close());

const add = async (file: UploadedFile, person: ScenePerson = scene.plan.lead): Promise<EvidenceRow> => {
  const response = await scene.upload(person, file);
  expect(response.status).toBe(201);
  return (await response.json()) as EvidenceRow;
};
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const get = (
  row: EvidenceRow,
  options: { person?: ScenePerson; inline?: boolean; headers?: Record<string, string> } = {},
): Promise<Response> =>
  scene.fetch(
    `${scene.path}/${row.id}/content${options.inline ? '?inline=1' : ''}`,
    options.person ?? scene.plan.lead,
    {
      headers: options.headers ?? {},
    },
  );
const remove = (row: EvidenceRow, person: ScenePerson): Promise<Response> =>
  scene.fetch(`${scene.path}/${row.id}`, person, { method: 'DELETE' });

describe('T26 serving evidence', () => {
  test.each([
    ['报告（终稿）.pdf', pdf, 'application/pdf', true],
    ["it's 100%.png", png, 'image/png', true],
    ['通知.docx', wordFile, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
    ['页面.txt', text, 'text/plain', false],
  ])('%s is a sandboxed download with its own type', async (name, content, mediaType, mayShow) => {
    const row = await add({ content, name });
    const response = await get(row);
    expect(response.status).toBe(200);
    expect(await bytesOf(response)).toEqual(content);
    const encoded = encodeURIComponent(name).replace(
      /['()]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16)}`,
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': mediaType,
      'content-length': String(content.length),
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      etag: `"${row.sha256}"`,
    });
    const shown = await get(row, { inline: true });
    expect(shown.headers.get('content-disposition')).toMatch(mayShow ? /^inline; / : /^attachment; /);
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(row.inline).toBe(mayShow);
  });

  test('a line break in the name splits no header', async () => {
    const row = await add({ content: Buffer.concat([pdf, Buffer.from('1')]), name: '报告.pdf' });
    await scene.dataSource.query(`UPDATE evidence SET file_name = $1 WHERE id = $2`, [
      'a\r\nX-Evil: 1.pdf',
      row.id,
    ]);
    const response = await get(row);
    expect(response.headers.get('x-evil')).toBeNull();
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''a%0D%0AX-Evil%3A%201.pdf",
    );
  });

  test('pages are never shown in place, whatever the register says', async () => {
    const row = await add({ content: Buffer.concat([text, Buffer.from('2')]), name: '页面.txt' });
    for (const mediaType of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/plain']) {
      await scene.dataSource.query(`UPDATE evidence SET media_type = $1 WHERE id = $2`, [mediaType, row.id]);
      const response = await get(row, { inline: true });
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    }
    await scene.dataSource.query(`UPDATE evidence SET media_type = 'text/plain' WHERE id = $1`, [row.id]);
  });

  test.each([
    ['bytes=0-4', '%PDF-', 'bytes 0-4/'],
    ['bytes=5-', pdf.subarray(5).toString(), `bytes 5-${pdf.length - 1}/`],
    ['bytes=-6', pdf.subarray(-6).toString(), `bytes ${pdf.length - 6}-${pdf.length - 1}/`],
  ])('Range %s is answered with that part', async (range, part, contentRange) => {
    const response = await get(await add({ content: pdf }), { headers: { range } });
    expect(response.status).toBe(206);
    expect((await bytesOf(response)).toString()).toBe(part);
    expect(response.headers.get('content-range')).toBe(`${contentRange}${pdf.length}`);
    expect(response.headers.get('content-length')).toBe(String(part.length));
  });

  test('a range of another version of the file gets the whole file', async () => {
    const row = await add({ content: pdf });
    const range = 'bytes=0-4';
    expect((await get(row, { headers: { range, 'if-range': `"${row.sha256}"` } })).status).toBe(206);
    expect((await get(row, { headers: { range, 'if-range': '"other"' } })).status).toBe(200);
  });

  test('who may not see the task gets 404, without a trace of the file', async () => {
    const row = await add({ content: pdf, name: '机密名称.pdf' });
    const response = await get(row, { person: scene.plan.outsider });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('机密');
    const signedOut = await fetch(`${scene.origin}${scene.path}/${row.id}/content`);
    expect(signedOut.status).toBe(401);
    for (const person of [scene.plan.lead, scene.plan.leadHead, scene.plan.support, scene.plan.office]) {
      expect((await get(row, { person })).status).toBe(200);
    }
  });

  test('a file is not found under another task', async () => {
    const row = await add({ content: pdf });
    const path = scene.path.replace(scene.plan.taskId, '00000000-0000-7000-8000-000000000000');
    expect((await scene.fetch(`${path}/${row.id}/content`, scene.plan.office)).status).toBe(404);
    expect((await scene.fetch(`${scene.path}/not-an-id/content`, scene.plan.office)).status).toBe(404);
  });
});

describe('withdrawing a draft', () => {
  test('only by its uploader; the history keeps name and hash', async () => {
    const row = await add({ content: Buffer.concat([pdf, Buffer.from('3')]), name: '草稿.pdf' });
    expect((await remove(row, scene.plan.outsider)).status).toBe(404);
    expect((await remove(row, scene.plan.support)).status).toBe(403);
    expect((await remove(row, scene.plan.leadHead)).status).toBe(403);
    expect((await remove(row, scene.plan.lead)).status).toBe(204);
    expect((await get(row)).status).toBe(404);
    expect((await remove(row, scene.plan.lead)).status).toBe(404);
    const [event] = await scene.dataSource.query<{ action: string; changes: unknown[] }[]>(
      `SELECT action, changes FROM task_event ORDER BY seq DESC LIMIT 1`,
    );
    expect(event).toMatchObject({
      action: 'evidence_removed',
      changes: [{ before: `草稿.pdf SHA-256 ${row.sha256}`, after: null }],
    });
  });

  test.each(['frozen', 'voided'])('T27 R-62 nobody deletes evidence that is %s', async (status) => {
    const row = await add({ content: Buffer.concat([pdf, Buffer.from(status)]) });
    await scene.dataSource.query(`UPDATE evidence SET status = $1 WHERE id = $2`, [status, row.id]);
    for (const person of [scene.plan.lead, scene.plan.leadHead, scene.plan.support]) {
      const response = await remove(row, person);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'evidence_frozen' });
    }
    expect((await remove(row, scene.plan.office)).status).toBe(403);
    expect((await get(row)).status).toBe(200);
  });
});

describe('T27 evidence stays evidence', () => {
  const audited = (): Promise<{ action: string; target: string; outcome: string }[]> =>
    scene.dataSource.query(
      `SELECT action, target, outcome FROM audit_event WHERE action = 'evidence_changed'`,
    );

  test('one flipped byte: 409, an audit event, and the check names exactly that file', async () => {
    const row = await add({ content: Buffer.concat([pdf, Buffer.from('4')]), name: '被改动.pdf' });
    const path = scene.store.pathOf(row.sha256);
    const original = readFileSync(path);
    const altered = Buffer.from(original);
    altered.writeUInt8(altered.readUInt8(20) ^ 1, 20);
    writeFileSync(path, altered);
    const response = await get(row);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'evidence_changed' });
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(await audited()).toEqual([{ action: 'evidence_changed', target: row.id, outcome: 'failed' }]);
    const check = await checkEvidence(scene.dataSource.manager, scene.store);
    expect(check.changed.map((one) => one.evidenceId)).toEqual([row.id]);
    expect(check.missing).toEqual([]);
    writeFileSync(path, original);
    expect((await get(row)).status).toBe(200);
  });

  test('a file cut short is refused in parts too', async () => {
    const row = await add({ content: Buffer.concat([pdf, Buffer.from('5')]) });
    writeFileSync(scene.store.pathOf(row.sha256), pdf);
    expect((await get(row, { headers: { range: 'bytes=0-4' } })).status).toBe(409);
    expect((await get(row)).status).toBe(409);
  });

  test('a missing file is reported, and the same upload heals it', async () => {
    const file = { content: Buffer.concat([pdf, Buffer.from('6')]), name: '丢失.pdf' };
    const row = await add(file);
    rmSync(scene.store.pathOf(row.sha256));
    expect((await get(row)).status).toBe(409);
    const check = await checkEvidence(scene.dataSource.manager, scene.store);
    expect(check.missing.map((one) => one.evidenceId)).toEqual([row.id]);
    expect((await add(file)).id).toBe(row.id);
    expect((await get(row)).status).toBe(200);
  });
});
