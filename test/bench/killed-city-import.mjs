/**
 * `node test/bench/killed-city-import.mjs [times]`: imports a city's 100,000 classes in a process of its own that is killed with
 * -9 at a random moment, again and again, and looks after each kill that the rows are all there or none of them, and that a census
 * came with its entries or not at all; the last one may finish. Prints the seed and how many were killed where.
 */
import { Buffer } from 'node:buffer';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { instantAt } from '../../dist/libs/kernel/index.js';
import { BusinessTime } from '../../dist/apps/server/src/database/business-time.js';
import { createDataSource } from '../../dist/apps/server/src/database/data-source.js';
import { FaultPoints } from '../../dist/apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../dist/apps/server/src/database/unit-of-work.js';
import { ClassImports, ledgerTools } from '../../dist/apps/server/src/features/ledgers/ledgers.module.js';
import { confirmClassImport } from '../../dist/apps/server/src/features/ledgers/confirm-class-import.js';
import { classFile } from '../../dist/apps/server/src/features/ledgers/receive-class-file.js';
import { cityClasses, registerSchools } from './city-classes.mjs';
import { openDatabase, today } from './database.mjs';
import { createScene } from './scene.mjs';

const self = fileURLToPath(import.meta.url);
const asOf = '2022-09-01';
const [, , word = '8', task] = process.argv;
if (word === 'import') await importClasses(JSON.parse(task));
else await killAgainAndAgain(Number(word));

/** In the process that is killed. */
async function importClasses({ connection, scope, file }) {
  const dataSource = await createDataSource(connection).initialize();
  const time = new BusinessTime({ now: () => instantAt(today, '10:00') }, undefined);
  const unitOfWork = new UnitOfWork(dataSource, time, new FaultPoints(undefined));
  const config = { origin: 'http://localhost', standardsDirectory: undefined };
  const { standards, evaluations, kinds } = ledgerTools(config);
  const imports = new ClassImports(unitOfWork, standards, evaluations, kinds, config);
  const form = classFile({ id: v7(), asOf, fileName: 'classes.xlsx', bytes: readFileSync(file) });
  await imports.read(scope, form, () => undefined);
  await unitOfWork.run(scope, (work) => confirmClassImport(work, imports.tools, form.id, false));
  await dataSource.destroy();
}

async function killAgainAndAgain(times) {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-kill-'));
  const file = join(folder, 'classes.xlsx');
  execFileSync(process.execPath, [join(self, '../import-classes.mjs'), file], { stdio: 'inherit' });
  const database = await openDatabase();
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  const random = draws(seed);
  try {
    const { scope } = await createScene(database, { tasks: 0 });
    await registerSchools(database.raw, scope);
    const whole = await run(database, scope, file, undefined);
    const [first] = await contents(database.raw);
    await forget(database.raw);
    const counts = { nothing: 0, stored: 0, confirmed: 0 };
    for (let time = 0; time < times; time += 1) {
      await run(database, scope, file, random() * whole);
      counts[await look(database.raw, first)] += 1;
      await forget(database.raw);
    }
    console.log(
      JSON.stringify({ bench: 'killed-city-import', seed, times, wholeMs: Math.round(whole), ...counts }),
    );
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

/** @returns how long it lived, in milliseconds */
async function run(database, scope, file, killAfterMs) {
  const { connection } = database;
  const child = spawn(process.execPath, [self, 'import', JSON.stringify({ connection, scope, file })], {
    stdio: 'inherit',
  });
  const begun = performance.now();
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  if (killAfterMs === undefined) {
    if ((await ended) !== 0) throw new Error('the import that nobody killed has failed');
  } else {
    await Promise.race([setTimeout(killAfterMs), ended]);
    child.kill('SIGKILL');
    await ended;
    await untilAlone(database.raw);
  }
  return performance.now() - begun;
}

/** The server notices a dead client when it next talks to it; what it had open is rolled back then. */
async function untilAlone(raw) {
  for (;;) {
    const { rows } = await raw.query(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    if (rows[0].others === 0) return;
    await setTimeout(50);
  }
}

async function contents(raw) {
  const { rows } = await raw.query(
    `SELECT (SELECT count(*)::int FROM class_import) AS imports, (SELECT count(*)::int FROM class_row) AS rows,
       (SELECT count(*)::int FROM class_census) AS censuses, (SELECT count(*)::int FROM ledger_entry) AS entries,
       (SELECT count(*)::int FROM ledger_event) AS events`,
  );
  return rows;
}

async function look(raw, first) {
  const [found] = await contents(raw);
  const text = JSON.stringify(found);
  if (text === JSON.stringify(first)) return 'confirmed';
  if (found.censuses === 0 && found.entries === 0 && found.events === 0) {
    if (found.imports === 0 && found.rows === 0) return 'nothing';
    if (found.imports === 1 && found.rows === cityClasses) return 'stored';
  }
  throw new Error(`half an import is left: ${text}; the whole is ${JSON.stringify(first)}`);
}

async function forget(raw) {
  await raw.query(`SET session_replication_role = replica`);
  await raw.query(`TRUNCATE class_import, class_row, class_census, ledger_entry, ledger_event CASCADE`);
  await raw.query(`SET session_replication_role = DEFAULT`);
}

/** Numbers from 0 to 1 that a seed brings again. */
function draws(seed) {
  const state = Buffer.alloc(4);
  state.writeUInt32LE(seed);
  return () => {
    const next = (Math.imul(state.readUInt32LE(), 1_664_525) + 1_013_904_223) >>> 0;
    state.writeUInt32LE(next);
    return next / 2 ** 32;
  };
}
