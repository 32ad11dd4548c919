/**
 * `node test/bench/run.mjs [name…] [--explain]`: times the built program on a real PostgreSQL and prints one JSON line
 * a figure, each beside a yardstick of the same size taken in the same run. DATABASE_URL names an outside server.
 */
import { openDatabase } from './database.mjs';
import { batchAssign } from './batch-assign.mjs';
import { outboxDrain } from './outbox-drain.mjs';
import { overdueReportAsOf } from './overdue-report.mjs';
import { packLoad } from './pack-load.mjs';
import { reminderPlanning } from './reminder-planning.mjs';
import { reminderProvince } from './reminder-province.mjs';
import { simulation } from './simulation.mjs';
import { taskList } from './task-list.mjs';
import { unitOverviewOf } from './unit-overview.mjs';
import { workingDays } from './working-days.mjs';
import { explain, unusedIndexes } from './explain.mjs';

const benches = {
  'task-list': taskList,
  'unit-overview': unitOverviewOf,
  'overdue-report': overdueReportAsOf,
  'outbox-drain': outboxDrain,
  'batch-assign': batchAssign,
  'reminder-planning': reminderPlanning,
  'reminder-province': reminderProvince,
  'pack-load': packLoad,
  'working-days': workingDays,
  simulation,
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const database = await openDatabase();
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { value, yardstickValue, ...rest } = await bench(database);
    const ratio = Math.round((value / yardstickValue) * 10) / 10;
    console.log(JSON.stringify({ bench: name, ...rest, value, yardstickValue, ratio }));
    if (process.argv.includes('--explain')) await explain(database, name);
  }
  if (process.argv.includes('--explain')) await unusedIndexes(database);
} finally {
  await database.close();
}
