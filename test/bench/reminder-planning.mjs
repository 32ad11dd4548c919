import {
  defaultReminderRules,
  planReminders,
  reminderHorizon,
} from '../../dist/apps/server/src/features/reminders/plan-reminders.js';
import { readReminderFacts } from '../../dist/apps/server/src/features/reminders/reminder-facts.queries.js';
import { runReminders } from '../../dist/apps/server/src/features/reminders/run-reminders.js';
import { median, undone } from './measure.mjs';
import { createScene } from './scene.mjs';

const tasks = 33 * 200;

/** one whole turn for 33 units of 200 tasks, all near their due day, to the outbox; against the planner alone. */
export async function reminderPlanning(database) {
  const { scope } = await createScene(database, { tasks, allDueSoon: true });
  const { unitOfWork } = database;
  const n = 7;
  const value = await median(n, () =>
    undone(unitOfWork, scope, async (work) => {
      if (!(await runReminders(work, 'http://localhost'))) throw new Error('the slot was not claimed');
    }),
  );
  const { facts, calendar, today } = await unitOfWork.read(scope, async (work) => ({
    facts: await readReminderFacts(work, reminderHorizon(defaultReminderRules, work.calendar, work.today)),
    calendar: work.calendar,
    today: work.today,
  }));
  const plan = () => planReminders(facts, defaultReminderRules, calendar, today);
  const yardstickValue = await median(n, () => void plan());
  return {
    figure: `one turn of reminders, ${tasks} tasks, ${facts.length} facts, ${plan().length} rows`,
    unit: 'ms',
    value,
    yardstick: 'the pure planner alone on the same facts',
    yardstickValue,
    n,
  };
}
