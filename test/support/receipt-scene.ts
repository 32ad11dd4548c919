import { v7 } from 'uuid';
import { civilDate } from '#kernel';
import type { Logger } from 'typeorm';
import type { Actor } from '../../apps/server/src/database/actor.js';
import type { Work } from '../../apps/server/src/database/unit-of-work.js';
import type { TransitionInput } from '../../apps/server/src/features/tasks/change-state.js';
import { noClosingChecks } from '../../apps/server/src/features/tasks/closing-checks.js';
import { createTasks } from '../../apps/server/src/features/tasks/create-tasks.js';
import { advanceSupportPart } from '../../apps/server/src/features/tasks/support-part.js';
import { readTaskView } from '../../apps/server/src/features/tasks/task-view.queries.js';
import type { SupportRow } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { LadderScene } from './ladder-scene.js';

/** Two units that support what the third leads; the first has people, and the second has a head who handles it all. */
export class ReceiptScene {
  private constructor(
    readonly ladder: LadderScene,
    readonly labour: string,
    readonly civil: string,
    readonly people: Readonly<Record<'labourHandler' | 'labourHead' | 'civilHead', string>>,
  ) {}

  static async open(now: string, logger?: Logger): Promise<ReceiptScene> {
    const ladder = await LadderScene.open({ now, ...(logger ? { logger } : {}) });
    const labour = await ladder.office.addUnit('市人社局');
    const civil = await ladder.office.addUnit('市民政局');
    const people = {
      labourHandler: await ladder.office.addPerson({ name: '甲承办', role: 'handler', unitId: labour }),
      labourHead: await ladder.office.addPerson({ name: '乙负责', role: 'head', unitId: labour }),
      civilHead: await ladder.office.addPerson({ name: '丙负责', role: 'head', unitId: civil }),
    };
    return new ReceiptScene(ladder, labour, civil, people);
  }

  get office(): LadderScene['office'] {
    return this.ladder.office;
  }

  get assigner(): Actor {
    const accountId = this.ladder.people.leader;
    return { accountId, name: '吴县长', role: 'government_office', unitId: null, unitName: null };
  }

  of(unitId: string, accountId: string): Actor {
    return { accountId, name: '经办人', role: 'handler', unitId, unitName: '本单位' };
  }

  get labourActor(): Actor {
    return this.of(this.labour, this.people.labourHandler);
  }

  get leadActor(): Actor {
    return this.of(this.ladder.finance, this.ladder.people.handler);
  }

  /** A task that both units support, due in the far future. */
  async addTask(assign = true): Promise<string> {
    const [id = ''] = await this.office.run(
      (work) =>
        createTasks(work, {
          requestId: v7(),
          assign,
          items: [
            {
              source: { kind: 'free' },
              title: '核实随迁子女人数',
              leadUnitId: this.ladder.finance,
              supportingUnitIds: [this.labour, this.civil],
              dueOn: civilDate('2022-12-30'),
              requiredEvidence: [],
            },
          ],
        }),
      this.assigner,
    );
    return id;
  }

  async act(
    operation: (work: Work, input: TransitionInput) => Promise<unknown>,
    taskId: string,
    actor: Actor,
  ): Promise<void> {
    await this.office.run(async (work) => {
      const { version } = await readTaskView(work, taskId, noClosingChecks);
      await operation(work, { taskId, version, note: '情况说明' });
    }, actor);
  }

  sign(taskId: string, actor: Actor): Promise<void> {
    return this.act((work, input) => advanceSupportPart(work, 'sign', input), taskId, actor);
  }

  async part(taskId: string, unitId: string): Promise<SupportRow> {
    const view = await this.office.run((work) => readTaskView(work, taskId, noClosingChecks), this.assigner);
    const found = view.supports.find((part) => part.unit.id === unitId);
    if (!found) throw new Error('the unit has no part in the task');
    return found;
  }

  /** Rungs of supporting units: unit, due version, rung. */
  async rungs(): Promise<string[]> {
    const rows = await this.office.query<{ line: string }>(
      `SELECT concat_ws(' ', u.short_name, e.due_version, e.rung_name) AS line
       FROM escalation e JOIN unit u ON u.id = e.unit_id
       WHERE e.clock = 'support_receipt' ORDER BY e.raised_at, u.position, e.rung`,
    );
    return rows.map((row) => row.line);
  }
}
