import { createHash } from 'node:crypto';
import { type CivilDate, civilDate, DomainError, type FieldFault, isCivilDate } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { v7, validate as isUuid } from 'uuid';
import { receiveForm } from '../indicators/indicators.module.js';
import { schoolYearStart } from './class-key.js';

/** A file of classes with the day it is as of. */
export interface ClassFileForm {
  readonly id: string;
  readonly asOf: CivilDate;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** 统计时点 of the school year a day belongs to. */
export function censusDayOf(today: CivilDate): CivilDate {
  return civilDate(`${schoolYearStart(today)}-09-01`);
}

/**
 * Receives `file`, and `asOf` and `id` when they are given.
 * @throws DomainError `malformed` naming what is wrong, `too_large`
 */
export async function receiveClassFile(
  request: FastifyRequest,
  maxBytes: number,
  today: CivilDate,
): Promise<ClassFileForm> {
  const { fields, file } = await receiveForm(request, maxBytes);
  const asOf = fields.get('asOf') ?? censusDayOf(today);
  const id = fields.get('id') ?? v7();
  const errors: FieldFault[] = [];
  if (!isCivilDate(asOf)) errors.push({ pointer: '/asOf', message: '请填写普查日期，形如 2026-09-01' });
  if (!isUuid(id)) errors.push({ pointer: '/id', message: '导入编号不是 UUID' });
  if (!file) errors.push({ pointer: '/file', message: '请选择文件' });
  if (errors.length > 0 || !file || !isCivilDate(asOf)) {
    throw new DomainError('malformed', { detail: `有 ${errors.length} 处填写不对。`, errors });
  }
  return classFile({ id: String(id), asOf, fileName: file.name, bytes: file.bytes });
}

export function classFile(form: Omit<ClassFileForm, 'sha256'>): ClassFileForm {
  return { ...form, sha256: createHash('sha256').update(form.bytes).digest('hex') };
}
