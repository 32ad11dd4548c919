import { type EvidenceRow, inlineMediaTypes } from '../tasks/tasks.module.js';
import type { ByteRange } from './byte-range.js';

/**
 * How a stored file is handed out: as a download, in a sandbox, never sniffed. Shown in place only when asked for and
 * only what browsers show without running anything.
 */
export function contentHeaders(
  row: Pick<EvidenceRow, 'fileName' | 'mediaType' | 'size' | 'sha256'>,
  inline: boolean,
  range?: ByteRange,
): Record<string, string> {
  const place = inline && inlineMediaTypes.has(row.mediaType) ? 'inline' : 'attachment';
  const length = range ? range.end - range.start + 1 : row.size;
  return {
    'Content-Type': row.mediaType,
    'Content-Disposition': `${place}; filename*=UTF-8''${encoded(row.fileName)}`,
    'Content-Length': String(length),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    ETag: `"${row.sha256}"`,
    ...(range ? { 'Content-Range': `bytes ${range.start}-${range.end}/${row.size}` } : {}),
  };
}

/** RFC 8187: every byte that is no plain letter, digit or mark is escaped, line breaks included. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
