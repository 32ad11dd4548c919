import '@fastify/multipart';
import { DomainError } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { safeFileName } from '../evidence/evidence.module.js';

/** A multipart form with one file. */
export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined;
}

const silenceMs = 30_000;

/**
 * Receives the fields of a form in any order; the file stays in memory, as reading a table needs all of it.
 * @param maxBytes of the file
 * @throws DomainError `malformed`, `too_large`
 */
export async function receiveForm(request: FastifyRequest, maxBytes: number): Promise<ReceivedForm> {
  if (!request.isMultipart()) {
    throw new DomainError('malformed', { detail: '应以表单（multipart）上传文件。' });
  }
  const { socket } = request.raw;
  const fields = new Map<string, unknown>();
  let file: ReceivedForm['file'];
  socket.setTimeout(silenceMs);
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
      if (part.type === 'field') fields.set(part.fieldname, part.value);
      else file = { name: safeFileName(part.filename).name, bytes: await part.toBuffer() };
    }
  } catch (error) {
    // Nobody is there any more to read the answer; it only keeps a broken line from being logged as our failure.
    throw request.raw.destroyed && !request.raw.complete
      ? new DomainError('malformed', { detail: '上传中断，请重新上传。' })
      : error;
  } finally {
    socket.setTimeout(0);
  }
  return { fields, file };
}
