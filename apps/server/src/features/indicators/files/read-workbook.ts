import { Worker } from 'node:worker_threads';
import type { Cell, RawSheet } from './cell.js';
import { refusal } from './file-refusal.js';
import { checkDirectory } from './workbook-directory.js';
import { usualRows } from './sheet-markup.js';
import type { WorkerMessage, WorkerOrder } from './worker-message.js';

export interface ReadingLimits {
  /** Of the worker's heap; more ends the reading, not the server. */
  readonly megabytes: number;
  readonly milliseconds: number;
  /** The worker's program; tests that run from source give one that compiles it first. */
  readonly program: URL;
  /** Of a sheet; {@link usualRows} unless said. */
  readonly rows?: number;
  /** Hears how many rows have come in so far. */
  readonly onRows?: (rows: number) => void;
  /** Ends the reading early. */
  readonly signal?: AbortSignal;
}

export interface Workbook {
  readonly sheets: readonly RawSheet[];
  /** Time spent in the spreadsheet library, for measurements. */
  readonly libraryMilliseconds: number;
}

export const readingLimits: ReadingLimits = {
  megabytes: 512,
  milliseconds: 20_000,
  program: new URL('./workbook-worker.js', import.meta.url),
};

const tooLarge = '表格内容过多，超出了读取时可用的内存，请拆分成几个文件后再试';

/**
 * Reads every sheet of an XLSX in a worker with a limit of memory and time, after a look at its ZIP directory.
 * @throws DomainError `import_refused`
 */
export async function readWorkbook(bytes: Buffer, limits: ReadingLimits = readingLimits): Promise<Workbook> {
  await checkDirectory(bytes);
  const worker = new Worker(limits.program, {
    workerData: { bytes, rows: limits.rows ?? usualRows } satisfies WorkerOrder,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  try {
    return await gather(worker, limits);
  } finally {
    await worker.terminate();
  }
}

function gather(worker: Worker, { milliseconds, signal, onRows }: ReadingLimits): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    const sheets: (Omit<RawSheet, 'rows'> & { readonly rows: (readonly Cell[])[] })[] = [];
    const stop = (reason: string) => (): void => reject(refusal(reason));
    const timer = setTimeout(stop('读取时间过长，已停止；请删去多余的公式和格式后再试'), milliseconds);
    const abort = stop('已取消读取');
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'sheet') sheets.push({ ...message.head, rows: [] });
      else if (message.kind === 'rows') {
        sheets.at(-1)?.rows.push(...message.rows);
        onRows?.(sheets.reduce((sum, { rows }) => sum + rows.length, 0));
      } else if (message.kind === 'refused') reject(refusal(message.reason));
      else resolve({ sheets, libraryMilliseconds: message.libraryMilliseconds });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal(tooLarge) : error);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      reject(refusal(tooLarge));
    });
  });
}
