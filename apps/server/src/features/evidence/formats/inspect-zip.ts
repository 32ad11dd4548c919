import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { damaged, hasMacros, type Inspect, notWhatItSays } from './inspect.js';
import { readStart } from './read-start.js';

const mostEntries = 2000;
const mostUnpacked = 500 * 1024 * 1024;
const highestRatio = 100;
const longestContentTypes = 1024 * 1024;
const macroPart = /(?:^|\/)(?:vbaproject[^/]*\.bin|vbadata\.xml)$|(?:^|\/)macrosheets\//i;
const macroType = /macroEnabled|vbaProject/i;
const bomb = '压缩包异常（展开后过大或文件过多）';

/**
 * A package (OOXML, OFD) judged by its ZIP directory, without unpacking it: an archive of a few hundred kilobytes can
 * unfold to gigabytes, and reading the directory takes milliseconds.
 * @param mark what a package of this kind has: a folder ending in "/", or a file name
 */
export function inspectZip(mark: string): Inspect {
  return async (path) => {
    // Read from its first byte on: an archive may carry anything before its first entry.
    if ((await readStart(path, 4)).toString('latin1') !== 'PK\x03\x04') return notWhatItSays;
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false });
      return await inspectEntries(zip, mark);
    } catch {
      return damaged;
    } finally {
      zip?.close();
    }
  };
}

async function inspectEntries(zip: ZipFile, mark: string): Promise<string | undefined> {
  if (zip.entryCount > mostEntries) return bomb;
  let packed = 0;
  let unpacked = 0;
  let marked = false;
  let contentTypes: Entry | undefined;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (entry.isEncrypted()) return '文件已加密，请取消密码后再上传';
    if (macroPart.test(entry.fileName)) return hasMacros;
    if (mark.endsWith('/') ? entry.fileName.startsWith(mark) : entry.fileName === mark) marked = true;
    if (entry.fileName === '[Content_Types].xml') contentTypes = entry;
  }
  if (unpacked > mostUnpacked || unpacked > highestRatio * Math.max(packed, 1)) return bomb;
  if (!marked) return notWhatItSays;
  return contentTypes && macroType.test(await readEntry(zip, contentTypes)) ? hasMacros : undefined;
}

/** The list of part types: it names a macro part even when the part itself has an innocent file name. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestContentTypes) throw new Error('the list of part types is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
