import { type FileHandle, open } from 'node:fs/promises';

const signature = 'd0cf11e0a1b11ae1';
const headerLength = 512;
const entryLength = 128;
const lastSector = 0xfffffff9;
const mostEntries = 10_000;

/**
 * The names of all streams and storages of a compound file (doc, xls, ppt, wps, et), from its directory [MS-CFB].
 * @returns undefined when it is no compound file
 * @throws Error when its directory cannot be read
 */
export async function compoundFileNames(path: string): Promise<Set<string> | undefined> {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, 0, headerLength);
    if (header.subarray(0, 8).toString('hex') !== signature) return undefined;
    const sectorLength = 2 ** header.readUInt16LE(30);
    if (sectorLength !== 512 && sectorLength !== 4096) throw new Error('bad sector length');
    return await directoryNames(new Sectors(file, sectorLength), header);
  } finally {
    await file.close();
  }
}

class Sectors {
  constructor(
    private readonly file: FileHandle,
    readonly length: number,
  ) {}

  read(sector: number): Promise<Buffer> {
    return readAt(this.file, (sector + 1) * this.length, this.length);
  }
}

async function directoryNames(sectors: Sectors, header: Buffer): Promise<Set<string>> {
  const fat = await allocationSectors(sectors, header);
  const names = new Set<string>();
  const perSector = sectors.length / 4;
  let sector = header.readUInt32LE(48);
  for (let read = 0; sector < lastSector; read += sectors.length / entryLength) {
    if (read > mostEntries) throw new Error('directory too long, or a loop');
    const block = await sectors.read(sector);
    for (let at = 0; at < block.length; at += entryLength)
      addName(block.subarray(at, at + entryLength), names);
    const fatSector = fat[Math.floor(sector / perSector)];
    if (fatSector === undefined) throw new Error('sector outside the allocation table');
    sector = (await sectors.read(fatSector)).readUInt32LE((sector % perSector) * 4);
  }
  return names;
}

/** Where the allocation table lies: 109 places in the header, further ones in a chain of their own. */
async function allocationSectors(sectors: Sectors, header: Buffer): Promise<number[]> {
  const count = header.readUInt32LE(44);
  if (count > mostEntries) throw new Error('allocation table too long');
  const fat: number[] = [];
  for (let at = 76; at < headerLength && fat.length < count; at += 4) fat.push(header.readUInt32LE(at));
  let next = header.readUInt32LE(68);
  while (fat.length < count) {
    const block = await sectors.read(next);
    for (let at = 0; at < block.length - 4 && fat.length < count; at += 4) fat.push(block.readUInt32LE(at));
    next = block.readUInt32LE(block.length - 4);
  }
  return fat;
}

function addName(entry: Buffer, names: Set<string>): void {
  const used = entry[66] !== 0;
  const length = entry.readUInt16LE(64);
  if (used && length >= 2 && length <= 64) names.add(entry.subarray(0, length - 2).toString('utf16le'));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('file ends too early');
  return buffer;
}
