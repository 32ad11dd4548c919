import { join } from 'node:path';
import { withScratchDatabase } from '../../dist/apps/server/src/database/scratch-database.js';
import { runSimulation } from '../../dist/apps/server/src/features/simulation/run-simulation.js';
import { shippedRules } from '../../dist/apps/server/src/features/simulation/set-rules.js';
import { loadPublishedCalendar } from '../../dist/apps/server/src/prepare.js';
import {
  loadBehaviour,
  loadCalendarYears,
  loadPack,
  packDataDirectory,
  usualBehaviourFile,
} from '../../dist/libs/campaign-pack/index.js';
import { WorkdayCalendar } from '../../dist/libs/kernel/index.js';

/** 新密's 908 days from plan to inspection, once; against as many bare transactions of one row as messages were written. */
export async function simulation(database) {
  const data = packDataDirectory();
  const input = {
    pack: loadPack(join(data, 'xinmi')),
    behaviour: loadBehaviour(usualBehaviourFile()),
    calendar: new WorkdayCalendar(loadCalendarYears(join(data, 'calendar'))),
    from: '2021-04-06',
    to: '2023-09-30',
    seed: 1,
    rules: shippedRules('xinmi'),
  };
  const startedAt = performance.now();
  const result = await withScratchDatabase(database.dataSource, async (scratch) => {
    await loadPublishedCalendar(scratch);
    return runSimulation(scratch, input);
  });
  const value = Math.round(performance.now() - startedAt);
  return {
    figure: `simulation of ${result.days} days, ${result.tasks} tasks, ${result.messages} messages`,
    unit: 'ms',
    value,
    yardstick: 'as many bare pg transactions inserting one row',
    yardstickValue: await bareInserts(database.raw, result.messages),
    n: 1,
  };
}

async function bareInserts(raw, count) {
  await raw.query(`CREATE TEMPORARY TABLE yardstick (id integer)`);
  await raw.query(`SET synchronous_commit = off`);
  const startedAt = performance.now();
  for (let id = 0; id < count; id += 1) await raw.query(`INSERT INTO yardstick VALUES ($1)`, [id]);
  const took = Math.round(performance.now() - startedAt);
  await raw.query(`SET synchronous_commit = on`);
  return took;
}
