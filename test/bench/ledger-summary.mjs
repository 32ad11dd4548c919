/**
 * `node test/bench/ledger-summary.mjs`: the summary of 大班额 for a city of 100,000 classes, of which about one in twenty is in the
 * ledger, and the wall chart of the same city with 6,600 tasks; one JSON line each, beside the bare aggregates of the same rows in
 * the same run.
 */
import { ledgerTools } from '../../dist/apps/server/src/features/ledgers/ledgers.module.js';
import { readLedgerSummary } from '../../dist/apps/server/src/features/ledgers/summary/read-ledger-summary.js';
import { readWallChart } from '../../dist/apps/server/src/features/wall-chart/read-wall-chart.js';
import { confirmClassImport } from '../../dist/apps/server/src/features/ledgers/confirm-class-import.js';
import { stageClassImport } from '../../dist/apps/server/src/features/ledgers/stage-class-import.js';
import { v7 } from 'uuid';
import { citySchools, classesOfSchool, registerSchools } from './city-classes.mjs';
import { openDatabase } from './database.mjs';
import { median } from './measure.mjs';
import { createScene } from './scene.mjs';

const n = 15;
const byPart = `SELECT unit_id, township_id, school_code, count(*), count(*) FILTER (WHERE state = 'closed'), sum(relapses),
    count(*) FILTER (WHERE state <> 'closed'), count(*) FILTER (WHERE state = 'contradicted'),
    count(*) FILTER (WHERE state IN ('open', 'contradicted') AND due_on < current_date) FROM ledger_entry
  WHERE campaign_id = $1 AND kind = 'large_class'
  GROUP BY GROUPING SETS ((), (unit_id), (township_id), (school_code))`;
// The three counts both pages show; the program has stored them with the census.
const classCounts = `SELECT count(*), count(*) FILTER (WHERE students > CASE stage WHEN 'primary' THEN 45 ELSE 50 END),
    count(*) FILTER (WHERE students >= 56), count(*) FILTER (WHERE students >= 66) FROM class_row WHERE campaign_id = $1`;
const byKind = `SELECT kind, state, count(*), sum(relapses) FROM ledger_entry WHERE campaign_id = $1 GROUP BY kind, state`;
const byMonth = `SELECT date_trunc('month', at), to_state, count(*) FROM ledger_event WHERE campaign_id = $1 GROUP BY 1, 2`;
const tasksByUnit = `SELECT lead_unit_id, state, effective_due_on < current_date, count(*) FROM task
  WHERE campaign_id = $1 GROUP BY 1, 2, 3`;
const database = await openDatabase();
try {
  const { campaignId, scope } = await createScene(database, { tasks: 6600 });
  await registerSchools(database.raw, scope);
  const tools = ledgerTools({ origin: 'http://localhost', standardsDirectory: undefined });
  const { follows } = await database.unitOfWork.run(scope, (work) => takeCensus(work, tools));
  await database.raw.query('VACUUM ANALYZE');
  const each = async (...statements) => {
    for (const sql of statements) await database.raw.query(sql, [campaignId]);
  };
  const value = await median(
    n,
    async () =>
      void (await database.unitOfWork.read(scope, (work) => readLedgerSummary(work, tools, 'large_class'))),
  );
  const aggregate = await median(n, () => each(byPart, classCounts));
  report({
    bench: 'ledger-summary',
    figure: `summary of ${follows[0]?.count} entries of a city of 100,000 classes`,
    value,
    yardstick: 'bare aggregates of the same numbers: classes by size, entries by unit, township and school',
    yardstickValue: aggregate,
  });
  const wall = await median(
    n,
    async () => void (await database.unitOfWork.read(scope, (work) => readWallChart(work, tools))),
  );
  const bare = await median(n, () => each(tasksByUnit, byKind, byMonth, classCounts));
  report({
    bench: 'wall-chart',
    figure: 'wall chart of a city of 100,000 classes and 6,600 tasks',
    value: wall,
    yardstick: 'bare aggregates: classes by size, tasks by unit, entries by kind, their changes by month',
    yardstickValue: bare,
  });
} finally {
  await database.close();
}

function report(figure) {
  const ratio = Math.round((figure.value / figure.yardstickValue) * 10) / 10;
  console.log(JSON.stringify({ ...figure, unit: 'ms', ratio, limit: 3, n }));
}

async function takeCensus(work, tools) {
  const classes = Array.from({ length: citySchools }, (_, school) => classesOfSchool(school)).flat();
  const reading = {
    accepted: classes.map(([school, stage, grade, name, students]) => ({
      school,
      stage,
      grade,
      name,
      students,
    })),
    ...{ rowsRead: classes.length, rejected: [], sheet: '', headers: [], faults: [], faultCount: 0 },
    ...{ questions: [], unknownColumns: [], notes: [] },
  };
  const form = { id: v7(), asOf: '2022-09-01', fileName: 'classes.xlsx', sha256: '' };
  await stageClassImport(work, form, reading, () => undefined);
  return confirmClassImport(work, tools, form.id, false);
}
