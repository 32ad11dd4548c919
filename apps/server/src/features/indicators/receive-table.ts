import { createHash } from 'node:crypto';
import { type CivilDate, DomainError, type FieldFault, isCivilDate } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { type DataSetKind, dataSetKinds } from './evaluation-words.js';
import { type ReceivedForm, receiveForm } from './receive-form.js';

/** A filled-in import form. */
export interface ReceivedTable {
  readonly kind: DataSetKind;
  readonly asOf: CivilDate;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * Receives the fields `kind`, `asOf` and `file`.
 * @param maxBytes of the file
 * @throws DomainError `malformed` naming what is missing, `too_large`
 */
export async function receiveTable(request: FastifyRequest, maxBytes: number): Promise<ReceivedTable> {
  return complete(await receiveForm(request, maxBytes));
}

function complete({ fields, file }: ReceivedForm): ReceivedTable {
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
