import type { Inspect } from './inspect.js';
import { inspectCompound } from './inspect-compound.js';
import { inspectImage } from './inspect-image.js';
import { inspectPdf } from './inspect-pdf.js';
import { inspectText } from './inspect-text.js';
import { inspectZip } from './inspect-zip.js';

export interface FileFormat {
  readonly mediaType: string;
  readonly inspect: Inspect;
}

const officeXml = 'application/vnd.openxmlformats-officedocument';
const image = (mediaType: string): FileFormat => ({ mediaType, inspect: inspectImage(mediaType) });
const jpeg = image('image/jpeg');
const tiff = image('image/tiff');
const word = inspectCompound('WordDocument');
const sheet = inspectCompound('Workbook', 'Book');

/** What is taken as evidence: extension → media type and how the content is judged. Nothing else is. */
export const fileFormats: ReadonlyMap<string, FileFormat> = new Map([
  ['pdf', { mediaType: 'application/pdf', inspect: inspectPdf }],
  ['ofd', { mediaType: 'application/ofd', inspect: inspectZip('OFD.xml') }],
  ['doc', { mediaType: 'application/msword', inspect: word }],
  ['docx', { mediaType: `${officeXml}.wordprocessingml.document`, inspect: inspectZip('word/') }],
  ['xls', { mediaType: 'application/vnd.ms-excel', inspect: sheet }],
  ['xlsx', { mediaType: `${officeXml}.spreadsheetml.sheet`, inspect: inspectZip('xl/') }],
  ['ppt', { mediaType: 'application/vnd.ms-powerpoint', inspect: inspectCompound('PowerPoint Document') }],
  ['pptx', { mediaType: `${officeXml}.presentationml.presentation`, inspect: inspectZip('ppt/') }],
  ['wps', { mediaType: 'application/wps-office.wps', inspect: word }],
  ['et', { mediaType: 'application/wps-office.et', inspect: sheet }],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['png', image('image/png')],
  ['webp', image('image/webp')],
  ['heic', image('image/heic')],
  ['bmp', image('image/bmp')],
  ['tif', tiff],
  ['tiff', tiff],
  ['txt', { mediaType: 'text/plain', inspect: inspectText }],
  ['csv', { mediaType: 'text/csv', inspect: inspectText }],
]);
