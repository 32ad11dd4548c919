import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fastifyMultipart from '@fastify/multipart';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { sendProblem, toDomainError } from '../../http/problem.filter.js';
import { EvidenceStore } from './evidence-store.js';
import { receiveUpload } from './upload-form.js';

const silenceMs = 150;
const adapter = new FastifyAdapter();
const fastify = adapter.getInstance();
let folder: string;
let store: EvidenceStore;
let port: number;
let refusals: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-form-'));
  store = new EvidenceStore(folder, { maxBytes: 1000, silenceMs });
  await fastify.register(fastifyMultipart);
  fastify.setErrorHandler((error, request, reply) => {
    refusals.push(toDomainError(error).detail ?? '');
    sendProblem(reply, toDomainError(error), request.id);
  });
  fastify.post('/', (request) => receiveUpload(request, store));
  port = Number(new URL(await fastify.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await fastify.close();
  rmSync(folder, { recursive: true });
});

/** Sends the beginning of a form and then nothing more, on an open connection. */
async function sendBeginning(body: string): Promise<Socket> {
  refusals = [];
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head =
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9999';
  socket.write(`${head}\r\n\r\n${body}`);
  return socket;
}
async function until(reached: () => boolean): Promise<void> {
  for (let tries = 0; !reached() && tries < 100; tries += 1) await delay(20);
}
const file = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';

test('T25 silence within the file is answered and leaves nothing', async () => {
  const socket = await sendBeginning(`${file}%PDF-`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  expect(refusals).toEqual(['上传中断：0 秒没有收到数据，请检查网络后重新上传。']);
  expect(readdirSync(store.temporary)).toEqual([]);
  socket.destroy();
});

test.each([
  ['before the file', '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ndocument\r\n'],
  ['after the file', `${file}%PDF-\r\n--x\r\n`],
])('T25 silence %s ends the connection and leaves nothing', async (_, body) => {
  const socket = await sendBeginning(body);
  await once(socket, 'close');
  await until(() => refusals.length > 0);
  expect(refusals).toEqual(['上传中断，请重新上传。']);
  expect(readdirSync(store.temporary)).toEqual([]);
});

test('after a whole form the connection may rest', async () => {
  refusals = [];
  const form = new FormData();
  form.append('kind', 'document');
  form.append('file', new Blob(['%PDF-']), 'a.pdf');
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form });
  expect(await response.json()).toMatchObject({ kind: 'document', sentName: 'a.pdf', received: { size: 5 } });
});
