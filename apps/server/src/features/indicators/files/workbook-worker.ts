import { parentPort, workerData } from 'node:worker_threads';
import type { RawSheet } from './cell.js';
import { extractSheets } from './extract-sheets.js';
import { unpackWorkbook, WorkbookFault } from './unpack-workbook.js';
import type { WorkerMessage, WorkerOrder } from './worker-message.js';

// Small pieces, so that receiving them never keeps the main thread from its other work for long.
const rowsAtOnce = 500;

/** Runs apart from the server, with its own limit of memory: what a workbook makes of it ends here. */
async function run({ bytes, rows }: WorkerOrder): Promise<void> {
  try {
    const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const clean = await unpackWorkbook(packed, rows);
    const started = performance.now();
    const sheets = extractSheets(clean, rows);
    const libraryMilliseconds = performance.now() - started;
    for (const sheet of sheets) sendSheet(sheet);
    send({ kind: 'done', libraryMilliseconds });
  } catch (error) {
    const reason = error instanceof WorkbookFault ? error.message : '文件已损坏或不完整，请重新保存后再试';
    send({ kind: 'refused', reason });
  }
}

function sendSheet({ rows, ...head }: RawSheet): void {
  send({ kind: 'sheet', head });
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    send({ kind: 'rows', rows: rows.slice(start, start + rowsAtOnce) });
  }
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

await run(workerData as WorkerOrder);
