import { laddersDirectory, type Ladder, loadLadders } from '#campaign-pack';
import type { Actor } from '../../apps/server/src/database/actor.js';
import { activateLadder } from '../../apps/server/src/features/escalation/activate-ladder.js';
import { raiseTask } from '../../apps/server/src/features/escalation/raise-task.js';
import { runEscalation } from '../../apps/server/src/features/escalation/run-escalation.js';
import { saveLadder } from '../../apps/server/src/features/escalation/save-ladder.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { Office } from './office.js';
import type { XinmiScene } from './xinmi-scene.js';

export const origin = 'https://jh.example.gov.cn';

/** The ladder that comes with the program for 新密. */
export function shippedLadder(): Ladder {
  const found = loadLadders(laddersDirectory()).find((ladder) => ladder.id === 'xinmi');
  if (!found) throw new Error('the ladder of 新密 is not there');
  const { name, rungs, start } = found;
  return { name, rungs, start };
}

/** A county with one unit, a whole ladder in force, and the people it tells. */
export class LadderScene {
  private constructor(
    readonly office: Office,
    readonly finance: string,
    readonly people: Readonly<Record<'handler' | 'head' | 'supervision' | 'leader', string>>,
  ) {}

  static async open(
    options: Parameters<typeof Office.open>[0],
    ladder: Ladder | null = shippedLadder(),
  ): Promise<LadderScene> {
    const office = await Office.open(options);
    const finance = await office.addUnit('市财政局');
    const people = {
      handler: await office.addPerson({ name: '钱承办', role: 'handler', unitId: finance }),
      head: await office.addPerson({ name: '孙负责', role: 'head', unitId: finance }),
      supervision: await office.addPerson({ name: '周督查', role: 'supervision_office' }),
      leader: await office.addPerson({ name: '吴县长', role: 'government_office' }),
    };
    const scene = new LadderScene(office, finance, people);
    if (ladder) await scene.activate(ladder);
    return scene;
  }

  get actor(): Actor {
    return this.actorOf('supervision', '周督查', 'supervision_office');
  }

  get leader(): Actor {
    return this.actorOf('leader', '吴县长', 'government_office');
  }

  get handler(): Actor {
    const { finance } = this;
    return { ...this.actorOf('handler', '钱承办', 'handler'), unitId: finance, unitName: '市财政局' };
  }

  private actorOf(person: keyof LadderScene['people'], name: string, role: Actor['role']): Actor {
    return { accountId: this.people[person], name, role, unitId: null, unitName: null };
  }

  async activate(ladder: Ladder): Promise<void> {
    const input = { ladder, leaderIds: [this.people.leader], basis: '督查室核定' };
    const id = await this.office.run((work) => saveLadder(work, input), this.actor);
    await this.office.run((work) => activateLadder(work, id), this.actor);
  }

  turn(now: string): Promise<boolean> {
    this.office.setNow(now);
    return this.office.run((work) => runEscalation(work));
  }

  /** The rungs of a turn, and then what is said to people. */
  async wholeTurn(now: string): Promise<void> {
    await this.turn(now);
    await this.office.run((work) => runReminders(work, origin));
  }

  async lines(): Promise<string[]> {
    const rows = await this.office.query<{ line: string }>(
      `SELECT concat_ws(' ', clock, due_version, rung_name, outcome) AS line FROM escalation ORDER BY raised_at, rung, id`,
    );
    return rows.map((row) => row.line);
  }

  async everything(): Promise<number> {
    const [row] = await this.office.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM escalation) + (SELECT count(*) FROM escalation_notice)
         + (SELECT count(*) FROM paper_request) + (SELECT count(*) FROM job_run))::int AS count`,
    );
    return row?.count ?? -1;
  }
}

/** Puts a ladder in force in 新密's campaign that tells the supervision office only, and raises a task to its rung. */
export async function raiseInXinmi(scene: XinmiScene, taskId: string): Promise<void> {
  const [rung] = shippedLadder().rungs.filter(({ name }) => name === '督办');
  if (!rung) throw new Error('the ladder of 新密 has no 督办');
  const ladder: Ladder = {
    name: '只报督查室',
    rungs: [{ ...rung, audience: ['supervision_office'] }],
    start: { normal: 1, important: 1, urgent: 1 },
  };
  await scene.work('supervision', async (work) => {
    await activateLadder(work, await saveLadder(work, { ladder, leaderIds: [], basis: '督查室核定' }));
    await raiseTask(work, { taskId, rung: 1, reason: '县长批示' });
  });
}
