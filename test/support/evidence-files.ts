import { crc32, deflateRawSync } from 'node:zlib';

/** Files of every kind the evidence store takes or refuses, made in memory. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const webp = Buffer.concat([
  Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0', 'latin1'),
  Buffer.alloc(14),
]);
export const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
export const bmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]);
export const tiff = Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(40)]);
export const exe = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]);
export const html = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
}

const contentTypes = (main: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/${main}" ContentType="application/xml"/></Types>`,
});

/** A package with one main part, such as a docx, and any further parts. */
export function officePackage(main: string, ...further: readonly ZipPart[]): Buffer {
  return zip([contentTypes(main), { name: main, content: '<document/>' }, ...further]);
}

/** A ZIP archive of deflated parts. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const fields = fieldsOf(part);
    const name = Buffer.from(part.name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields.shared, name, fields.packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields.shared, central, name]));
    bodies.push(local);
    offset += local.length;
  }
  return Buffer.concat([
    ...bodies,
    ...directory,
    endRecord(parts.length, Buffer.concat(directory).length, offset),
  ]);
}

function fieldsOf(part: ZipPart): { shared: Buffer; packed: Buffer } {
  const content = Buffer.from(part.content);
  const packed = deflateRawSync(content);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return { shared, packed };
}

function endRecord(entries: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A compound file (doc, xls, ppt, wps) whose directory holds these names; its streams are empty. */
export function compoundFile(...names: readonly string[]): Buffer {
  const header = Buffer.alloc(512);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const entries = Buffer.concat(['Root Entry', ...names].map(directoryEntry));
  const sectors = Math.ceil(entries.length / 512);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= sectors; at += 1) table.writeUInt32LE(at === sectors ? 0xfffffffe : at + 1, at * 4);
  return Buffer.concat([header, table, entries, Buffer.alloc(sectors * 512 - entries.length)]);
}

function directoryEntry(name: string, index: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = index === 0 ? 5 : 2;
  return entry;
}
