import { type Ladder, laddersDirectory, loadLadders } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, DomainError } from '#kernel';
import fc from 'fast-check';
import { raiseTask } from '../../apps/server/src/features/escalation/raise-task.js';
import { LadderScene } from './ladder-scene.js';

const storyStart = civilDate('2022-09-16');

interface ToldTask {
  readonly due: number | null;
  readonly receipt: number;
  readonly verification: number;
  readonly state: string;
  readonly priority: string;
  /** Whose: the unit with a handler and a head, or the one that has only a head without an address. */
  readonly bare: boolean;
}

export interface LadderStory {
  readonly ladder: string;
  /** Rungs that tell nobody on purpose, by place. */
  readonly empty: readonly number[];
  readonly tasks: readonly ToldTask[];
  /** Last day on which supporting units sign, counted from the first day. */
  readonly supportReceipt: number;
  /** Days on which turns were taken before anybody asks. */
  readonly before: number;
  /** Whether somebody raised a task to the top after the last turn, so that a notice waits for the next one. */
  readonly raised: boolean;
}

const runningStates: readonly string[] = ['assigned', 'signed', 'in_progress'];
const offset = fc.integer({ min: -25, max: 25 });

export const ladderStories: fc.Arbitrary<LadderStory> = fc.record({
  ladder: fc.constantFrom('xinmi', 'three-colours'),
  empty: fc.subarray([0, 1]),
  tasks: fc.array(
    fc.record({
      due: fc.option(offset, { freq: 6 }),
      receipt: offset,
      verification: offset,
      state: fc.constantFrom('assigned', 'signed', 'in_progress', 'in_review', 'suspended', 'closed'),
      priority: fc.constantFrom('normal', 'important', 'urgent'),
      bare: fc.boolean(),
    }),
    { minLength: 6, maxLength: 14 },
  ),
  supportReceipt: fc.integer({ min: -6, max: 6 }),
  before: fc.integer({ min: 0, max: 3 }),
  raised: fc.boolean(),
});

/** A county in the middle of a story, at eight in the morning of its first day. */
export async function tellLadderStory(story: LadderStory): Promise<LadderScene> {
  const ladder = ladderOf(story);
  const scene = await LadderScene.open({ now: `${storyStart} 08:00` }, ladder);
  const { office } = scene;
  const bare = await office.addUnit('市人社局');
  await office.addPerson({ name: '冯负责', role: 'head', unitId: bare, email: null });
  const dueOn = ({ due }: ToldTask): CivilDate | null => (due === null ? null : addDays(storyStart, due));
  const ids = await office.addTasks(
    story.tasks.map((task, index) => ({
      lead: task.bare ? bare : scene.finance,
      supports: index % 3 === 0 ? [task.bare ? scene.finance : bare] : [],
      dueOn: dueOn(task),
      state: task.state,
    })),
  );
  for (const [index, { priority, receipt, verification }] of story.tasks.entries()) {
    await office.query(
      `UPDATE task SET priority = $2, receipt_due_on = $3, verification_due_on = $4, submission_no = 1 WHERE id = $1`,
      [ids[index], priority, addDays(storyStart, receipt), addDays(storyStart, verification)],
    );
  }
  await office.query(`UPDATE task_support SET receipt_due_on = $1`, [
    addDays(storyStart, story.supportReceipt),
  ]);
  for (let day = -story.before; day < 0; day += 1) await scene.wholeTurn(`${addDays(storyStart, day)} 09:00`);
  const running = story.tasks.findIndex(({ state }) => runningStates.includes(state));
  if (story.raised && running >= 0) {
    const input = { taskId: ids[running] ?? '', rung: ladder.rungs.length, reason: '县长批示' };
    await office.run((work) => raiseTask(work, input), scene.actor).catch(refusedAtTheTop);
  }
  office.setNow(`${storyStart} 08:00`);
  return scene;
}

/** A task that stands on the top rung already cannot be raised. */
function refusedAtTheTop(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

/** The days of a story, from its first on. */
export function storyDays(count: number): CivilDate[] {
  return Array.from({ length: count }, (_, index) => addDays(storyStart, index));
}

function ladderOf({ ladder: id, empty }: LadderStory): Ladder {
  const found = loadLadders(laddersDirectory()).find((one) => one.id === id);
  if (!found) throw new Error(`there is no ladder ${id}`);
  const { name, rungs, start } = found;
  return {
    name,
    start,
    rungs: rungs.map((rung, index) => (empty.includes(index) ? { ...rung, audience: [] } : rung)),
  };
}
