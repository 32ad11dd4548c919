import { createReadStream } from 'node:fs';
import type { Inspect } from './inspect.js';

const encodings = ['utf-8', 'gb18030'] as const;
// All but tab, line feed and carriage return.
const control = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}]/u;

/** Text a clerk can read: valid UTF-8 or GB18030 from end to end, without control characters. */
export const inspectText: Inspect = async (path) => {
  for (const encoding of encodings) if (await readsAs(path, encoding)) return undefined;
  return '不是文本文件（应为 UTF-8 或 GB18030 编码）';
};

async function readsAs(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (control.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    return !control.test(decoder.decode());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
