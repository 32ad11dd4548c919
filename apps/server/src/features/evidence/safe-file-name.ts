const longest = 120;
const nameless = '佐证材料';
// Controls, zero-width and byte-order marks, and the characters that turn the reading direction around.
// U+200C and U+200D stay out too: file names in Chinese have no use for them.
const invisible =
  /[\p{Cc}\p{Cs}\u{AD}\u{61C}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/gu;

/** A name that may be shown and offered for download, and its extension in lower case without the dot. */
export interface SafeFileName {
  readonly name: string;
  readonly extension: string;
}

/**
 * Cleans the name a browser sent: path parts, control and bidirectional characters dropped, NFC, at most 120
 * characters with the extension kept. It is only ever shown; files are stored under their content hash.
 */
export function safeFileName(sent: string): SafeFileName {
  const leaf = sent.normalize('NFC').replace(invisible, '').split(/[/\\]/).at(-1) ?? '';
  const trimmed = leaf.replace(/^[\s.]+|[\s.]+$/gu, '');
  const dot = leaf.lastIndexOf('.');
  const hasExtension = dot >= 0 && /^[\p{L}\p{N}]{1,10}$/u.test(leaf.slice(dot + 1).trim());
  const extension = hasExtension
    ? leaf
        .slice(dot + 1)
        .trim()
        .toLowerCase()
    : '';
  const stem = hasExtension ? trimmed.slice(0, Math.max(0, trimmed.lastIndexOf('.'))).trimEnd() : trimmed;
  const ending = extension ? `.${extension}` : '';
  const kept = [...(stem || nameless)]
    .slice(0, longest - [...ending].length)
    .join('')
    .trimEnd();
  return { name: kept + ending, extension };
}
