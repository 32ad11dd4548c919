import '@fastify/multipart';
import { DomainError, type FieldFault } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { type EvidenceKind, evidenceKinds } from '../tasks/tasks.module.js';
import type { EvidenceStore, ReceivedFile } from './evidence-store.js';

/** A filled-in upload form; its file waits in the store to be kept or discarded. */
export interface UploadForm {
  readonly kind: EvidenceKind;
  readonly sentName: string;
  readonly received: ReceivedFile;
}

/**
 * Receives the fields `kind` and `file`, in either order; the file goes to disk as it comes.
 * @throws DomainError `malformed` naming what is missing, `too_large`
 */
export async function receiveUpload(request: FastifyRequest, store: EvidenceStore): Promise<UploadForm> {
  if (!request.isMultipart())
    throw new DomainError('malformed', { detail: '应以表单（multipart）上传文件。' });
  const { socket } = request.raw;
  let received: ReceivedFile | undefined;
  let sentName = '';
  let kind: unknown;
  // The store gives up first, with words; this one is for silence before and after the file.
  socket.setTimeout(store.limits.silenceMs * 2);
  try {
    // One byte more than allowed, so that it is the store that notices and says so.
    for await (const part of request.parts({ limits: { fileSize: store.limits.maxBytes + 1 } })) {
      if (part.type === 'field' && part.fieldname === 'kind') kind = part.value;
      if (part.type === 'file') {
        sentName = part.filename;
        received = await store.receive(part.file);
      }
    }
    return complete(kind, sentName, received);
  } catch (error) {
    if (received) await store.discard(received);
    // The form's reader waits for ever for a file nobody takes any more, and the sender for someone to read on.
    request.raw.unpipe();
    request.raw.resume();
    // Nobody is there any more to read the answer; it only keeps a broken line from being logged as our failure.
    throw request.raw.destroyed && !request.raw.complete ? brokenOff() : error;
  } finally {
    socket.setTimeout(0);
  }
}

function complete(kind: unknown, sentName: string, received: ReceivedFile | undefined): UploadForm {
  const known = evidenceKinds.find((one) => one === kind);
  if (known && received) return { kind: known, sentName, received };
  const errors: FieldFault[] = [];
  if (!known) errors.push({ pointer: '/kind', message: '请选择佐证种类' });
  if (!received) errors.push({ pointer: '/file', message: '请选择文件' });
  throw new DomainError('malformed', { detail: `有 ${errors.length} 处填写不对。`, errors });
}

function brokenOff(): DomainError {
  return new DomainError('malformed', { detail: '上传中断，请重新上传。' });
}
