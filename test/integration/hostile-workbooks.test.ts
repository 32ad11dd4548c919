import { DomainError, problemCatalogue } from '#kernel';
import { describe, expect, test } from '@jest/globals';
import { limits, packageOf, schoolHeaders, sheetXml, textRow, workbookOf } from '../support/workbooks.js';
import { zipOf } from '../support/zip.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import { examineSheet } from '../../apps/server/src/features/indicators/files/sheet-markup.js';

const plain = sheetXml(textRow(1, schoolHeaders));
const good = packageOf(plain);
const megabyte = 1024 * 1024;
const cell = '<c r="A1" t="str"><v>0</v></c>';
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);
const bombPart = { name: 'xl/media/zeros.xml', content: Buffer.alloc(196 * megabyte) };
const rowsOfText = (count: number): string =>
  Array.from({ length: count }, (_, row) => textRow(row + 1, [String(row * 7919)])).join('');
const manyParts = Array.from({ length: 10_000 }, (_, index) => ({ name: `xl/x${index}.bin`, content: '' }));

const cases: readonly [what: string, name: string, bytes: Buffer, told: RegExp][] = [
  ['bomb.xlsx', 'bomb.xlsx', packageOf(plain, bombPart), /炸弹/],
  [
    'far.xlsx with a cell at XFD1048576',
    'far.xlsx',
    packageOf(sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    /2 万行或 200 列/,
  ],
  [
    'a far cell in a row that claims to be the first',
    'far.xlsx',
    packageOf(sheetXml('<row r="1"><c r="XFD1048576"><v>1</v></c></row>')),
    /2 万行/,
  ],
  [
    'a far dimension',
    'far.xlsx',
    packageOf(plain.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
    /2 万行/,
  ],
  ['100,000 rows', 'long.xlsx', packageOf(sheetXml(rowsOfText(100_000))), /2 万行/],
  [
    '201 columns without addresses',
    'wide.xlsx',
    packageOf(sheetXml(`<row>${'<c/>'.repeat(201)}</row>`)),
    /200 列/,
  ],
  ['10,000 entries', 'many.xlsx', packageOf(plain, ...manyParts), /部件超过 2000 个/],
  ['a nested zip', 'nested.xlsx', packageOf(plain, { name: 'xl/inner.zip', content: good }), /嵌有压缩包/],
  ['a zip that holds a zip', 'zip.xlsx', zipOf([{ name: 'inner.xlsx', content: good }]), /不是 Excel 工作簿/],
  [
    'a part larger than it claims',
    'lying.xlsx',
    packageOf(plain, { name: 'xl/sharedStrings.xml', content: Buffer.alloc(90_000, 'a'), claimedSize: 20 }),
    /损坏/,
  ],
  [
    'a part smaller than it claims',
    'lying.xlsx',
    packageOf(plain, { name: 'xl/sharedStrings.xml', content: cell, claimedSize: 2000 }),
    /损坏/,
  ],
  ['the same part twice', 'twice.xlsx', packageOf(plain, { name: 'xl/workbook.xml', content: '' }), /损坏/],
  [
    'a DTD',
    'dtd.xlsx',
    packageOf(sheetXml(textRow(1, ['&a;']), '<!DOCTYPE x [<!ENTITY a "aaaa">]>')),
    /外部定义/,
  ],
  ['encrypted by the program', 'secret.xlsx', encrypted, /打开密码/],
  [
    'encrypted entries',
    'secret.xlsx',
    packageOf(plain, { name: 'xl/x.xml', content: 'x', encrypted: true }),
    /加密/,
  ],
  ['.xls named .xlsx', 'old.xlsx', compound, /旧版 Excel/],
  ['.csv named .xlsx', 'text.xlsx', Buffer.from('学校标识码,学校名称\n'), /内容却不是/],
  ['.xlsx named .csv', 'book.csv', good, /内容却是压缩包/],
  ['a page named .xls', 'page.xls', Buffer.from('<html><table></table></html>'), /只接收/],
  ['truncated', 'cut.xlsx', good.subarray(0, good.length - 200), /损坏/],
  ['cut to a quarter', 'cut.xlsx', good.subarray(0, good.length / 4), /损坏/],
  ['empty', 'empty.xlsx', Buffer.alloc(0), /空的/],
  ['.xlsb', 'binary.xlsx', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]), /xlsb/],
  ['no sheet at all', 'none.xlsx', zipOf([{ name: 'xl/workbook.xml', content: '<x' }]), /损坏/],
  ['a binary named .csv', 'b.csv', Buffer.from([1, 2, 0, 3]), /不是文字/],
  ['UTF-16', 'u.csv', Buffer.from('\ufeff学校', 'utf16le'), /UTF-16/],
  ['open quotes', 'q.csv', Buffer.from(`a,"${'b'.repeat(megabyte)}`), /引号没有成对/],
];

async function refusalOf(name: string, bytes: Buffer): Promise<unknown> {
  return readSheets(name, bytes, limits).then(
    () => 'was read',
    (error: unknown) => error,
  );
}

describe('T21 hostile workbooks', () => {
  test.each(cases)('%s is refused with one Chinese sentence', async (_, name, bytes, told) => {
    const before = process.memoryUsage().rss;
    const error = await refusalOf(name, bytes);
    expect(error).toBeInstanceOf(DomainError);
    const { code, message } = error as DomainError;
    expect(problemCatalogue[code].status).toBe(422);
    expect(message).toMatch(told);
    expect(message).toMatch(/^[^。]+。$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
  });

  test('all of them together take no two seconds each, one after the other', async () => {
    const started = performance.now();
    for (const [, name, bytes] of cases) await refusalOf(name, bytes);
    expect((performance.now() - started) / cases.length).toBeLessThan(2000);
  });

  test('tags that are never closed are not searched again from each of them', () => {
    const started = performance.now();
    for (const tag of ['<c ', '<row ', '<c t', '<c><f ', '<c><f></f>']) examineSheet(tag.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a good file is read after all that', async () => {
    const { sheets } = await readSheets('good.xlsx', good, limits);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['表', 1]]);
  });
});

describe('T24 what a workbook may cost', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    Array.from({ length: 30 }, (__, column) => (column === 0 ? `2${index}` : index * column + 0.5)),
  );
  const large = workbookOf({ name: '表', rows });

  test('10,000 × 30 cells in ten seconds, and the main thread stays free', async () => {
    const started = performance.now();
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const { sheets } = await readSheets('large.xlsx', large, limits);
    clearInterval(timer);
    expect(sheets[0]?.rows).toHaveLength(10_000);
    expect(sheets[0]?.rows[9_999]?.[29]).toBe(9_999 * 29 + 0.5);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(longest).toBeLessThan(200);
  });

  test('a worker out of memory refuses the file, and the next one is read', async () => {
    const error = await readSheets('large.xlsx', large, { ...limits, megabytes: 40 }).catch(
      (reason: unknown) => reason,
    );
    expect((error as DomainError).message).toContain('内存');
    await expect(readSheets('good.xlsx', good, limits)).resolves.toBeDefined();
  });

  test('reading ends when its time is over', async () => {
    await expect(readSheets('large.xlsx', large, { ...limits, milliseconds: 50 })).rejects.toThrow(
      '时间过长',
    );
  });

  test('reading ends when it is cancelled', async () => {
    const controller = new AbortController();
    const reading = readSheets('large.xlsx', large, { ...limits, signal: controller.signal });
    const started = performance.now();
    setTimeout(() => controller.abort(), 100);
    await expect(reading).rejects.toThrow('已取消');
    expect(performance.now() - started).toBeLessThan(2100);
  });
});
