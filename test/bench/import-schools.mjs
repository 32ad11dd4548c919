/**
 * `node test/bench/import-schools.mjs`: 10,000 schools of 25 columns read from XLSX and checked on the built program, in
 * the worker as at a county; one JSON line a figure, beside the spreadsheet library alone on the same bytes. Storage is
 * not part of it.
 */
import { read, utils, write } from '@e965/xlsx';
import { readSchools } from '../../dist/apps/server/src/features/indicators/files/read-schools.js';
import { readSheets } from '../../dist/apps/server/src/features/indicators/files/read-sheets.js';
import { schoolColumns } from '../../dist/apps/server/src/features/indicators/files/school-columns.js';
import { median } from './measure.mjs';

const size = 10_000;
const n = 5;
const bytes = workbook();

const libraryTimes = [];
let longestWait = 0;
const value = await median(n, async () => {
  const stopWatching = watchMainThread();
  const { sheets, libraryMilliseconds } = await readSheets('schools.xlsx', bytes);
  const { accepted, rowsRead } = await readSchools(sheets);
  longestWait = Math.max(longestWait, stopWatching());
  libraryTimes.push(libraryMilliseconds);
  if (rowsRead !== size || accepted.length !== size)
    throw new Error(`read ${rowsRead}, took ${accepted.length}`);
});
const yardstickValue = await median(n, () => void read(bytes, { type: 'buffer', dense: true }));
const library = libraryTimes.toSorted((a, b) => a - b)[Math.floor(libraryTimes.length / 2)];

print({
  bench: 'import-schools',
  figure: `${size} schools from XLSX (${Math.round(bytes.length / 1024)} KB) to checked records`,
  unit: 'ms',
  value,
  yardstick: 'the spreadsheet library alone on the same file',
  yardstickValue,
  ratio: rounded(value / yardstickValue),
  limit: 10_000,
  n,
});
print({ bench: 'import-rows', figure: 'rows a second', value: Math.round((size / value) * 1000) });
print({
  bench: 'import-library-share',
  figure: 'share of the time spent in the spreadsheet library',
  value: rounded(library / value),
});
print({
  bench: 'import-main-thread',
  figure: 'longest time that the main thread was busy',
  unit: 'ms',
  value: Math.round(longestWait),
  limit: 200,
});

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

function workbook() {
  const rows = Array.from({ length: size }, (_, index) => {
    const code = `399${String(index).padStart(7, '0')}`;
    const pupils = 60 + ((index * 37) % 1900);
    const texts = [
      code,
      `示例第${index}学校`,
      '九年一贯制',
      `示例镇${index % 20}`,
      '镇区',
      '公办',
      null,
      null,
    ];
    const teachers = [pupils / 20, pupils / 25, pupils / 90, pupils / 100].map(Math.round);
    const classes = [Math.ceil(pupils / 45), Math.ceil(pupils / 60)];
    const areas = [pupils * 9.25, pupils * 14.5, pupils * 0.41].map(rounded);
    return [...texts, pupils, pupils - 30, null, ...classes, ...teachers, 4.5, 3.5, ...areas, 21, 2, 2];
  });
  const sheet = utils.aoa_to_sheet([schoolColumns.map(({ header }) => header), ...rows]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '学校基本情况表');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

function rounded(figure) {
  return Math.round(figure * 100) / 100;
}

function print(line) {
  console.log(JSON.stringify(line));
}
