/**
 * `node test/bench/import-classes.mjs`: a city's 100,000 classes from XLSX to a confirmed census with its ledger, on the built
 * program and a real PostgreSQL; one JSON line a figure. The yardstick is a bare COPY of the same rows into a table with the
 * same key, taken in the same run. The workbook is made by another process, so that the memory is the import's alone.
 */
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { ClassImports, ledgerTools } from '../../dist/apps/server/src/features/ledgers/ledgers.module.js';
import { confirmClassImport } from '../../dist/apps/server/src/features/ledgers/confirm-class-import.js';
import { readClassImport } from '../../dist/apps/server/src/features/ledgers/preview-class-import.js';
import { classFile } from '../../dist/apps/server/src/features/ledgers/receive-class-file.js';
import { cityClasses, citySchools, classesOfSchool, registerSchools } from './city-classes.mjs';
import { copyRows } from './copy-rows.mjs';
import { openDatabase } from './database.mjs';
import { createScene } from './scene.mjs';

const [, , make] = process.argv;
if (make === undefined) await measure();
else await makeWorkbook(make);

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-classes-'));
  const file = join(folder, 'classes.xlsx');
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), file], { stdio: 'inherit' });
  const database = await openDatabase();
  try {
    const { scope } = await createScene(database, { tasks: 0 });
    await registerSchools(database.raw, scope);
    const yardstick = await bareCopy(database.raw, scope.campaignId);
    await importOnce(database, scope, file, yardstick);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

async function importOnce({ unitOfWork }, scope, file, yardstick) {
  const config = { origin: 'http://localhost', standardsDirectory: undefined };
  const { standards, evaluations, kinds } = ledgerTools(config);
  const imports = new ClassImports(unitOfWork, standards, evaluations, kinds, config);
  const form = classFile({
    id: v7(),
    asOf: '2022-09-01',
    fileName: 'classes.xlsx',
    bytes: readFileSync(file),
  });
  // A server has read its standards at start.
  standards.onModuleInit();
  const stopWatching = watchMainThread();
  const begun = performance.now();
  let storing = 0;
  await imports.read(scope, form, (phase) => {
    if (phase === 'storing' && storing === 0) storing = performance.now();
  });
  const read = performance.now();
  const { preview } = await unitOfWork.read(scope, (work) => readClassImport(work, imports.tools, form.id));
  const previewed = performance.now();
  const result = await unitOfWork.run(scope, (work) =>
    confirmClassImport(work, imports.tools, form.id, false),
  );
  const done = performance.now();
  const longest = stopWatching();
  if (preview.accepted !== cityClasses || result.added !== cityClasses)
    throw new Error('not all were stored');
  const kilobytes = Math.round(form.bytes.length / 1024);
  print(
    'import-classes',
    `${cityClasses} classes from XLSX (${kilobytes} KB) to a census with ${result.follows[0]?.count} entries, all of it`,
    done - begun,
  );
  print(
    'import-classes-database',
    'its rows stored and confirmed, entries opened',
    done - previewed + read - storing,
    {
      yardstick: 'bare COPY of the same rows into a table with the same key',
      yardstickValue: Math.round(yardstick),
      ratio: Math.round(((done - previewed + read - storing) / yardstick) * 10) / 10,
      limit: 4,
    },
  );
  print('import-classes-preview', 'what would follow, with three counts', previewed - read);
  print('import-classes-main-thread', 'longest time that the main thread was busy', longest);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ bench: 'import-classes-memory', unit: 'MB', value: megabytes, limit: 600 }));
}

/** Committed like the import's own rows. */
async function bareCopy(raw, campaignId) {
  await raw.query('CREATE TABLE bare_class (LIKE class_row INCLUDING ALL)');
  const importId = v7();
  const lines = Array.from({ length: citySchools }, (_, school) =>
    classesOfSchool(school).map((one) => [campaignId, importId, ...one].join('\t')),
  ).flat();
  const content = Buffer.from(`${lines.join('\n')}\n`);
  const started = performance.now();
  await copyRows(raw, 'bare_class', content);
  return performance.now() - started;
}

function watchMainThread() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

function print(bench, figure, value, more = {}) {
  console.log(JSON.stringify({ bench, figure, unit: 'ms', value: Math.round(value), ...more }));
}

async function makeWorkbook(path) {
  const { utils, write } = await import('@e965/xlsx');
  const { workbookRows } = await import('./city-classes.mjs');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(workbookRows()), '班级情况表');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}
