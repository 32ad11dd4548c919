import '@fastify/multipart';
import { createHash } from 'node:crypto';
import { type CivilDate, DomainError, type FieldFault, isCivilDate } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { safeFileName } from '../evidence/evidence.module.js';
import { type DataSetKind, dataSetKinds } from './evaluation-words.js';

/** A filled-in import form. */
export interface ReceivedTable {
  readonly kind: DataSetKind;
  readonly asOf: CivilDate;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

const silenceMs = 30_000;

/**
 * Receives the fields `kind`, `asOf` and `file` in any order; the file stays in memory, as reading it needs all of it.
 * @param maxBytes of the file
 * @throws DomainError `malformed` naming what is missing, `too_large`
 */
export async function receiveTable(request: FastifyRequest, maxBytes: number): Promise<ReceivedTable> {
  if (!request.isMultipart()) {
    throw new DomainError('malformed', { detail: '应以表单（multipart）上传文件。' });
  }
  const { socket } = request.raw;
  const fields = new Map<string, unknown>();
  let file: { readonly name: string; readonly bytes: Buffer } | undefined;
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
  return complete(fields, file);
}

function complete(
  fields: ReadonlyMap<string, unknown>,
  file: { readonly name: string; readonly bytes: Buffer } | undefined,
): ReceivedTable {
  const kind = dataSetKinds.find((one) => one === fields.get('kind'));
  const asOf = fields.get('asOf');
  if (kind && isCivilDate(asOf) && file) {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return { kind, asOf, fileName: file.name, bytes: file.bytes, sha256 };
  }
  const errors: FieldFault[] = [];
  if (!kind) errors.push({ pointer: '/kind', message: '请选择数据种类：年报或自测' });
  if (!isCivilDate(asOf)) errors.push({ pointer: '/asOf', message: '请填写数据截至日期，形如 2022-09-01' });
  if (!file) errors.push({ pointer: '/file', message: '请选择文件' });
  throw new DomainError('malformed', { detail: `有 ${errors.length} 处填写不对。`, errors });
}
