import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import * as files from '../../../../../test/support/evidence-files.js';
import { acceptFile } from './accept-file.js';

const { compoundFile, exe, html, jpeg, officePackage, pdf, svg, zip } = files;
const gb18030 = Buffer.from('b9ab bbf1 0d0a'.replaceAll(' ', ''), 'hex');
const officeXml = 'application/vnd.openxmlformats-officedocument';
const longName = '情'.repeat(300);

type Accepted = readonly [why: string, sentName: string, content: Buffer, kept: string, mediaType: string];
const accepted: readonly Accepted[] = [
  ['a PDF', '验收报告.pdf', pdf, '验收报告.pdf', 'application/pdf'],
  ['an upper-case extension', 'REPORT.PDF', pdf, 'REPORT.pdf', 'application/pdf'],
  ['OFD', '公文.ofd', zip([{ name: 'OFD.xml', content: '<OFD/>' }]), '公文.ofd', 'application/ofd'],
  [
    'docx',
    '通知.docx',
    officePackage('word/document.xml'),
    '通知.docx',
    `${officeXml}.wordprocessingml.document`,
  ],
  ['xlsx', '台账.xlsx', officePackage('xl/workbook.xml'), '台账.xlsx', `${officeXml}.spreadsheetml.sheet`],
  [
    'pptx',
    '汇报.pptx',
    officePackage('ppt/presentation.xml'),
    '汇报.pptx',
    `${officeXml}.presentationml.presentation`,
  ],
  ['doc', '旧.doc', compoundFile('WordDocument', '1Table'), '旧.doc', 'application/msword'],
  ['xls', '旧.xls', compoundFile('Workbook'), '旧.xls', 'application/vnd.ms-excel'],
  ['ppt', '旧.ppt', compoundFile('PowerPoint Document'), '旧.ppt', 'application/vnd.ms-powerpoint'],
  ['WPS text', '文.wps', compoundFile('WordDocument'), '文.wps', 'application/wps-office.wps'],
  ['WPS table', '表.et', compoundFile('Workbook', 'A', 'B', 'C', 'D'), '表.et', 'application/wps-office.et'],
  ['jpg', '照片.jpg', jpeg, '照片.jpg', 'image/jpeg'],
  ['jpeg', '照片.jpeg', jpeg, '照片.jpeg', 'image/jpeg'],
  ['png', '照片.png', files.png, '照片.png', 'image/png'],
  ['webp', '照片.webp', files.webp, '照片.webp', 'image/webp'],
  ['heic', '照片.heic', files.heic, '照片.heic', 'image/heic'],
  ['bmp', '扫描.bmp', files.bmp, '扫描.bmp', 'image/bmp'],
  ['tiff', '扫描.tiff', files.tiff, '扫描.tiff', 'image/tiff'],
  ['UTF-8 text', '说明.txt', Buffer.from('公共\t说明\r\n'), '说明.txt', 'text/plain'],
  ['GB18030 text', '名册.csv', gb18030, '名册.csv', 'text/csv'],
  ['a path in the name', '../../etc/报告.pdf', pdf, '报告.pdf', 'application/pdf'],
  ['a Windows path in the name', 'C:\\财政\\报告.pdf', pdf, '报告.pdf', 'application/pdf'],
  ['a null byte inside the stem', '报\0告.pdf', pdf, '报告.pdf', 'application/pdf'],
  [
    'a line break in the name',
    '报告\r\nSet-Cookie: a=b.pdf',
    pdf,
    '报告Set-Cookie: a=b.pdf',
    'application/pdf',
  ],
  ['a right-to-left override', '报告\u202Egnp.pdf', pdf, '报告gnp.pdf', 'application/pdf'],
  ['a name of 300 characters', `${longName}.pdf`, pdf, `${longName.slice(0, 116)}.pdf`, 'application/pdf'],
  ['a decomposed name', 'e\u0301.pdf', pdf, '\u00e9.pdf', 'application/pdf'],
  ['no stem', '.pdf', pdf, '佐证材料.pdf', 'application/pdf'],
];

const macro = { name: 'word/vbaProject.bin', content: 'x' };
const macroType = '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';
const notSo = '文件内容与扩展名不符。';
const macros = '文件含有宏，请另存为不含宏的格式后再上传。';
const bomb = '压缩包异常（展开后过大或文件过多）。';
const word = { name: 'word/document.xml', content: '<document/>' };
const manyParts = Array.from({ length: 2001 }, (_, index) => ({ name: `word/${index}`, content: '' }));

type Refused = readonly [why: string, sentName: string, content: Buffer, detail: string];
const refused: readonly Refused[] = [
  ['exe as pdf', '报告.pdf', exe, notSo],
  ['exe as docx', '报告.docx', exe, notSo],
  ['exe as text', '报告.txt', exe, '不是文本文件（应为 UTF-8 或 GB18030 编码）。'],
  ['html as jpg', '照片.jpg', html, notSo],
  ['svg as jpg', '照片.jpg', svg, notSo],
  ['svg', '图.svg', svg, '扩展名 .svg 不在接收范围内。'],
  ['html', '页.html', html, '扩展名 .html 不在接收范围内。'],
  ['png as jpg', '照片.jpg', files.png, notSo],
  ['a page before the PDF', '报告.pdf', Buffer.concat([html, pdf]), notSo],
  ['a space before the PDF', '报告.pdf', Buffer.concat([Buffer.from(' '), pdf]), notSo],
  [
    'a page right after the PDF mark',
    '报告.pdf',
    Buffer.concat([pdf.subarray(0, 9), html]),
    '文件内混有网页内容。',
  ],
  ['docm as docx', '通知.docx', officePackage('word/document.xml', macro), macros],
  [
    'docm by its type alone',
    '通知.docx',
    zip([word, { name: '[Content_Types].xml', content: macroType }]),
    macros,
  ],
  [
    'xlsm as xlsx',
    '表.xlsx',
    officePackage('xl/workbook.xml', { name: 'xl/VbaProject.BIN', content: 'x' }),
    macros,
  ],
  [
    'xlsx with a macro sheet',
    '表.xlsx',
    officePackage('xl/workbook.xml', { name: 'xl/macrosheets/s.xml', content: 'x' }),
    macros,
  ],
  ['docm', '通知.docm', officePackage('word/document.xml', macro), '扩展名 .docm 不在接收范围内。'],
  ['doc with macros', '旧.doc', compoundFile('WordDocument', 'Macros', 'VBA', '_VBA_PROJECT'), macros],
  ['xls with macros', '旧.xls', compoundFile('Workbook', '_VBA_PROJECT_CUR'), macros],
  ['xls as doc', '旧.doc', compoundFile('Workbook'), notSo],
  ['a password', '密.docx', compoundFile('EncryptedPackage'), notSo],
  ['a cut-off doc', '旧.doc', compoundFile('WordDocument').subarray(0, 700), '文件已损坏，无法读取。'],
  [
    'a cut-off docx',
    '通知.docx',
    officePackage('word/document.xml').subarray(0, 90),
    '文件已损坏，无法读取。',
  ],
  ['zip', '全部.zip', zip([word]), '扩展名 .zip 不在接收范围内。'],
  ['zip as docx', '全部.docx', zip([{ name: 'readme.txt', content: 'x' }]), notSo],
  [
    'a bomb',
    '表.xlsx',
    officePackage('xl/workbook.xml', { name: 'xl/a', content: Buffer.alloc(20_000_000) }),
    bomb,
  ],
  ['too many parts', '通知.docx', zip([word, ...manyParts]), bomb],
  [
    'a path out of the archive',
    '通知.docx',
    zip([word, { name: '../../x', content: 'x' }]),
    '文件已损坏，无法读取。',
  ],
  ['a double extension', '报告.pdf.exe', exe, '扩展名 .exe 不在接收范围内。'],
  ['an extension behind a null byte', '报告.exe\0', pdf, '扩展名 .exe 不在接收范围内。'],
  ['an extension turned around', '报告\u202Efdp.exe', exe, '扩展名 .exe 不在接收范围内。'],
  ['no extension', '报告', pdf, '文件名没有扩展名。'],
  ['an extension ending in a dot', '报告.pdf.', pdf, '文件名没有扩展名。'],
  ['0 bytes', '报告.pdf', Buffer.alloc(0), '文件是空的。'],
  [
    'text with a control character',
    '说明.txt',
    Buffer.from('a\u001b[31m'),
    '不是文本文件（应为 UTF-8 或 GB18030 编码）。',
  ],
];

describe('T25 what is taken as evidence', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'junheng-accept-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const offer = (sentName: string, content: Buffer): ReturnType<typeof acceptFile> => {
    const path = join(folder, 'file');
    writeFileSync(path, content);
    return acceptFile({ path, size: content.length }, sentName);
  };

  it.each(accepted)('takes %s', async (_, sentName, content, fileName, mediaType) => {
    expect(await offer(sentName, content)).toEqual({ fileName, mediaType });
  });

  it.each(refused)('refuses %s', async (_, sentName, content, detail) => {
    const refusal = await offer(sentName, content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'unsupported_file', detail });
  });
});
