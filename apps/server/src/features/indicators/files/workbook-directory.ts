import { type Entry, fromBufferPromise } from 'yauzl';
import { refusal } from './file-refusal.js';

const mostEntries = 2000;
const mostUnpacked = 100 * 1024 * 1024;
const highestRatio = 100;
const archive = /\.(zip|xls[xmb]?|doc[xm]?|ppt[xm]?|7z|rar|gz|tgz|jar)$/i;
const bomb = '文件展开后过大，像是压缩炸弹，请另存为新的工作簿后再试';
const damaged = '文件已损坏或不完整，请重新保存后再试';

/**
 * Judges an XLSX by its ZIP directory alone: a few hundred kilobytes can unfold to gigabytes, and reading the directory
 * takes milliseconds.
 * @throws DomainError `import_refused`
 */
export async function checkDirectory(bytes: Buffer): Promise<void> {
  const entries = await entriesOf(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  if (unpacked > mostUnpacked || unpacked > highestRatio * Math.max(packed, 1)) throw refusal(bomb);
  if (entries.some((entry) => entry.isEncrypted())) throw refusal('文件已加密，请取消密码后再试');
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.size < entries.length) throw refusal(damaged);
  if (names.has('xl/workbook.bin')) throw refusal('这是二进制工作簿（.xlsb），请另存为 .xlsx 后再试');
  if (!names.has('xl/workbook.xml')) throw refusal('这不是 Excel 工作簿（.xlsx）');
  if ([...names].some((name) => archive.test(name))) {
    throw refusal('工作簿里还嵌有压缩包或其他文档，请删去后再试');
  }
}

async function entriesOf(bytes: Buffer): Promise<Entry[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw refusal(damaged);
  });
  if (zip.entryCount > mostEntries) throw refusal(`文件里的部件超过 ${mostEntries} 个，不像正常的工作簿`);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    throw refusal(damaged);
  }
  return entries;
}
