import type { FastifyRequest } from 'fastify';
import { type AcceptedFile, acceptFile } from './accept-file.js';
import type { EvidenceStore, ReceivedFile } from './evidence-store.js';
import { receiveUpload, type UploadForm } from './upload-form.js';

/** A file that has come in whole and is of a kind that is accepted. */
export interface Upload extends Pick<UploadForm, 'kind'> {
  readonly received: ReceivedFile;
  readonly accepted: AcceptedFile;
}

/**
 * Takes one file of a form; what `keep` does not give a lasting place is forgotten. No transaction may be open while the
 * bytes come in.
 * @throws DomainError when the form, the file's size or its kind is refused
 */
export async function takeUpload<T>(
  request: FastifyRequest,
  store: EvidenceStore,
  keep: (upload: Upload) => Promise<T>,
): Promise<T> {
  const { kind, sentName, received } = await receiveUpload(request, store);
  try {
    return await keep({ kind, received, accepted: await acceptFile(received, sentName) });
  } finally {
    await store.discard(received);
  }
}
