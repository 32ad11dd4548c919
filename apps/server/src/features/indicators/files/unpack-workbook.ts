import { CFB } from '@e965/xlsx';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { definesEntities, examineSheet, type SheetMarkup, tooFar } from './sheet-markup.js';

/** A workbook that is safe to parse: only the parts that hold cells, with sizes that were verified. */
export interface CleanWorkbook {
  readonly bytes: Buffer;
  /** By the id under which the workbook refers to the sheet, such as rId1. */
  readonly markup: ReadonlyMap<string, SheetMarkup>;
}

/** What cannot be read, with the reason in Chinese. */
export class WorkbookFault extends Error {}

const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i;
const relations = /<(?:\w+:)?Relationship\b[^<>]*>/g;
const sheet = /^xl\/worksheets\/[^/]+\.xml$/i;

/**
 * Unpacks the parts with cells and puts them into a new, uncompressed package. The parsing library thus never meets
 * the sender's ZIP, whose directory may lie about sizes; here more bytes than announced end the reading.
 * @throws WorkbookFault
 */
export async function unpackWorkbook(bytes: Buffer, mostRows: number): Promise<CleanWorkbook> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  const clean = CFB.utils.cfb_new();
  const markup = new Map<string, SheetMarkup>();
  let references = '';
  for await (const entry of zip.eachEntry()) {
    if (!needed.test(entry.fileName)) continue;
    const content = await contentOf(zip, entry);
    const xml = content.toString('utf8');
    if (definesEntities(xml))
      throw new WorkbookFault('文件里有外部定义（DTD），不是表格程序正常保存的工作簿');
    if (sheet.test(entry.fileName)) {
      const found = examineSheet(xml, mostRows);
      if (!found) throw new WorkbookFault(tooFar(mostRows));
      markup.set(entry.fileName, found);
    }
    if (entry.fileName === 'xl/_rels/workbook.xml.rels') references = xml;
    CFB.utils.cfb_add(clean, `/${entry.fileName}`, content);
  }
  const packed = CFB.write(clean, { fileType: 'zip', type: 'buffer' }) as Buffer;
  return { bytes: packed, markup: byReference(markup, references) };
}

function byReference(markup: ReadonlyMap<string, SheetMarkup>, references: string): Map<string, SheetMarkup> {
  const found = new Map<string, SheetMarkup>();
  for (const [tag] of references.matchAll(relations)) {
    const [, id = ''] = /\bId\s*=\s*["']([^"']*)["']/.exec(tag) ?? [];
    const [, target = ''] = /\bTarget\s*=\s*["']([^"']*)["']/.exec(tag) ?? [];
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const sheetMarkup = markup.get(part);
    if (sheetMarkup) found.set(id, sheetMarkup);
  }
  return found;
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    throw new WorkbookFault('文件已损坏或不完整，请重新保存后再试');
  }
}
