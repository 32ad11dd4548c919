import { extname } from 'node:path';
import { refusal } from './file-refusal.js';
import { readCsv } from './read-csv.js';
import { type ReadingLimits, readWorkbook, type Workbook } from './read-workbook.js';

const mostBytes = 50 * 1024 * 1024;
const zipMark = Buffer.from('PK\x03\x04', 'latin1');
const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads the sheets of an XLSX or CSV file, told apart by content; what it is named must agree.
 * @throws DomainError `import_refused`, one sentence for whatever cannot be read
 */
export async function readSheets(fileName: string, bytes: Buffer, limits?: ReadingLimits): Promise<Workbook> {
  const extension = extname(fileName).toLowerCase();
  if (bytes.length === 0) throw refusal('文件是空的');
  if (bytes.length > mostBytes) throw refusal(`文件超过 ${mostBytes / 1024 / 1024} MB，请拆分后再试`);
  if (startsWith(bytes, compoundMark)) {
    throw refusal(
      bytes.includes(encryptedPackage)
        ? '文件设有打开密码，请取消密码后再试'
        : '这是旧版 Excel 文件（.xls），请另存为 .xlsx 后再试',
    );
  }
  const isZip = startsWith(bytes, zipMark);
  if (extension === '.xlsx' && !isZip) throw refusal('文件名是 .xlsx，内容却不是 Excel 工作簿');
  if (extension === '.csv' && isZip) throw refusal('文件名是 .csv，内容却是压缩包或工作簿');
  if (isZip) return readWorkbook(bytes, limits);
  if (extension !== '.csv') throw refusal('只接收 .xlsx 和 .csv 文件');
  return { sheets: [readCsv(bytes, limits?.rows)], libraryMilliseconds: 0 };
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
