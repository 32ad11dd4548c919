import { DomainError } from '#kernel';
import { fileFormats } from './formats/file-formats.js';
import { safeFileName } from './safe-file-name.js';

/** What an accepted file is registered as. */
export interface AcceptedFile {
  readonly fileName: string;
  readonly mediaType: string;
}

/**
 * Decides whether a received file is taken as evidence: its extension must be on the list and its content agree with it.
 * @throws DomainError `unsupported_file`, saying why
 */
export async function acceptFile(
  file: { readonly path: string; readonly size: number },
  sentName: string,
): Promise<AcceptedFile> {
  const { name, extension } = safeFileName(sentName);
  const format = fileFormats.get(extension);
  if (!format) throw refusal(extension ? `扩展名 .${extension} 不在接收范围内` : '文件名没有扩展名');
  if (file.size === 0) throw refusal('文件是空的');
  const reason = await format.inspect(file.path);
  if (reason) throw refusal(reason);
  return { fileName: name, mediaType: format.mediaType };
}

function refusal(reason: string): DomainError {
  return new DomainError('unsupported_file', { detail: `${reason}。` });
}
