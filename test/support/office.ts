import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import type { CalendarYear, Clock } from '#kernel';
import type { DataSource, Logger } from 'typeorm';
import { v7 } from 'uuid';
import { readConfig } from '../../apps/server/src/config/read-config.js';
import type { ServerConfig } from '../../apps/server/src/config/server-config.js';
import type { Actor, Role } from '../../apps/server/src/database/actor.js';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { addCalendarYears } from '../../apps/server/src/database/calendar-years.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork, type Work } from '../../apps/server/src/database/unit-of-work.js';
import { OutboxDelivery } from '../../apps/server/src/features/notifications/outbox-delivery.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { createTestDatabase, type TestDatabase } from './database.js';

interface OfficeOptions {
  /** Beijing time, such as `2022-09-15 09:00`. */
  readonly now: string;
  readonly fault?: string;
  readonly logger?: Logger;
  /** Sets an exercise date. */
  readonly exercise?: string;
  /** The published ones unless given. */
  readonly years?: readonly CalendarYear[];
}

interface NewPerson {
  readonly name: string;
  readonly role: Role;
  readonly unitId?: string;
  /** Given one unless null. */
  readonly email?: string | null;
  readonly unitLeader?: boolean;
}

interface NewTask {
  readonly lead: string;
  readonly dueOn: string | null;
  readonly title?: string;
  readonly supports?: readonly string[];
  readonly state?: string;
}

const publishedYears = loadCalendarYears(join(packDataDirectory(), 'calendar'));

/** A campaign with units, people and tasks on a database of its own, whose clock the test holds. */
export class Office {
  readonly campaignId = v7();
  private nowMs: number;
  private tasks = 0;
  private units = 0;
  private readonly ids = { document: v7(), clause: v7(), batch: v7(), author: v7() };

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    options: OfficeOptions,
  ) {
    this.nowMs = beijing(options.now);
    const time = new BusinessTime(this.clock, undefined);
    this.faults = new FaultPoints(options.fault);
    this.time = time;
    this.unitOfWork = new UnitOfWork(dataSource, time, this.faults);
  }

  readonly faults: FaultPoints;
  readonly time: BusinessTime;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock = { now: () => this.nowMs };

  static async open(options: OfficeOptions): Promise<Office> {
    const database = await createTestDatabase();
    const { logger } = options;
    const dataSource = createDataSource(database.connection, logger ? { logger } : {});
    await dataSource.initialize();
    const office = new Office(database, dataSource, options);
    const years = options.years ?? publishedYears;
    await addCalendarYears(dataSource.manager, years);
    await office.makeCampaign();
    if (options.exercise) await office.setExercise(options.exercise);
    return office;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** @param now Beijing time */
  setNow(now: string): void {
    this.nowMs = beijing(now);
  }

  advanceMs(ms: number): void {
    this.nowMs += ms;
  }

  async setExercise(date: string): Promise<void> {
    await this.query(
      `INSERT INTO instance_setting (key, value, updated_at) VALUES ('exercise', $1, now())
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
      [JSON.stringify({ date, since: this.nowMs })],
    );
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, parameters);
  }

  run<T>(operation: (work: Work) => Promise<T>, actor: Actor = systemActor): Promise<T> {
    return this.unitOfWork.run({ actor, campaignId: this.campaignId }, operation);
  }

  delivery(smtpUrl: string | undefined, environment: Record<string, string> = {}): OutboxDelivery {
    return new OutboxDelivery(this.unitOfWork, this.faults, this.clock, testConfig(smtpUrl, environment));
  }

  async addUnit(name: string): Promise<string> {
    const id = v7();
    this.units += 1;
    await this.query(
      `INSERT INTO unit (campaign_id, id, entry, name, short_name, kind, clause_id, position)
       VALUES ($1, $2, $3, $3, $4, 'department', $5, $6)`,
      [this.campaignId, id, name, name.replace(/^市/, ''), this.ids.clause, this.units],
    );
    return id;
  }

  async addPerson({ name, role, unitId, email, unitLeader }: NewPerson): Promise<string> {
    const id = v7();
    await this.query(
      `INSERT INTO account (id, login, name, email, password_hash, created_at) VALUES ($1, $2, $3, $4, '-', now())`,
      [id, id, name, email === undefined ? `${id}@example.gov.cn` : email],
    );
    await this.query(
      `INSERT INTO membership (campaign_id, id, account_id, role, unit_id, unit_leader) VALUES ($1, $2, $3, $4, $5, $6)`,
      [this.campaignId, v7(), id, role, unitId ?? null, unitLeader ?? false],
    );
    return id;
  }

  async addTask(task: NewTask): Promise<string> {
    const [id = ''] = await this.addTasks([task]);
    return id;
  }

  async addTasks(tasks: readonly NewTask[]): Promise<string[]> {
    const rows = tasks.map((task) => ({
      id: v7(),
      event: v7(),
      seq: (this.tasks += 1),
      title: task.title ?? `任务 ${this.tasks}`,
      lead: task.lead,
      due: task.dueOn,
      state: task.state ?? 'signed',
    }));
    const { campaignId, ids } = this;
    await this.query(
      `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, clause_id,
         lead_unit_id, state, priority, required_evidence, due_on, original_due_on, effective_due_on, created_by,
         created_at, updated_at)
       SELECT $1, r.id, r.seq, $2, r.seq, r.title, '', 'free', $3, r.lead, r.state, 'normal', '{}', r.due, r.due, r.due,
         $4, $5, $5
       FROM json_to_recordset($6) AS r(id uuid, seq int, title text, lead uuid, due date, state text)`,
      [campaignId, ids.batch, ids.clause, ids.author, assignedAt, JSON.stringify(rows)],
    );
    await this.query(
      `INSERT INTO task_event (campaign_id, id, task_id, seq, at, action, to_state, actor_name, due_on, effective_due_on,
         due_version)
       SELECT $1, r.event, r.id, 1, $2, 'assign', r.state, '政府办', r.due, r.due, 1
       FROM json_to_recordset($3) AS r(id uuid, event uuid, due date, state text)`,
      [campaignId, assignedAt, JSON.stringify(rows)],
    );
    for (const [index, task] of tasks.entries()) {
      for (const unitId of task.supports ?? []) {
        await this.query(
          `INSERT INTO task_support (campaign_id, task_id, unit_id, state) VALUES ($1, $2, $3, 'assigned')`,
          [campaignId, rows[index]?.id, unitId],
        );
      }
    }
    return rows.map((row) => row.id);
  }

  /** What an operation would do to a task at the present time of the test's clock. */
  async changeTask(
    taskId: string,
    change: {
      readonly action: string;
      readonly state: string;
      readonly note?: string;
      readonly dueOn?: string;
    },
  ): Promise<void> {
    const parameters = [this.campaignId, taskId, change.state, change.dueOn ?? null, new Date(this.nowMs)];
    await this.query(
      `UPDATE task SET state = $3, due_on = coalesce($4, due_on), effective_due_on = coalesce($4, effective_due_on),
         updated_at = $5, due_version = due_version + CASE WHEN $4::date IS NULL THEN 0 ELSE 1 END
       WHERE campaign_id = $1 AND id = $2`,
      parameters,
    );
    await this.query(
      `INSERT INTO task_event (campaign_id, id, task_id, seq, at, action, to_state, actor_name, note, due_on,
         effective_due_on, due_version)
       SELECT t.campaign_id, $3, t.id, (SELECT max(seq) + 1 FROM task_event e WHERE e.task_id = t.id), $4, $5, t.state,
         '经办人', $6, t.due_on, t.effective_due_on, t.due_version
       FROM task t WHERE t.campaign_id = $1 AND t.id = $2`,
      [this.campaignId, taskId, v7(), new Date(this.nowMs), change.action, change.note ?? null],
    );
  }

  private async makeCampaign(): Promise<void> {
    const { campaignId, ids } = this;
    await this.query(
      `INSERT INTO campaign (id, name, place, created_at) VALUES ($1, '新密市创建工作', '新密市', now())`,
      [campaignId],
    );
    await this.query(
      `INSERT INTO source_document (campaign_id, id, entry, title, issuer) VALUES ($1, $2, 'plan', '方案', '市政府办公室')`,
      [campaignId, ids.document],
    );
    await this.query(
      `INSERT INTO clause (campaign_id, id, entry, document_id, number, title, position)
       VALUES ($1, $2, 'c1', $3, '三（二）1', '落实经费', 1)`,
      [campaignId, ids.clause, ids.document],
    );
    await this.query(
      `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, 'author', '政府办', '-', now())`,
      [ids.author],
    );
    await this.query(
      `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
      [campaignId, ids.batch, ids.author],
    );
  }
}

const assignedAt = new Date('2022-08-01T01:00:00Z');

/** @param text Beijing time, such as `2022-09-15 09:00` */
export function beijing(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

export function testConfig(
  smtpUrl: string | undefined,
  environment: Record<string, string> = {},
): ServerConfig {
  return readConfig(
    {
      NODE_ENV: 'test',
      JUNHENG_ORIGIN: 'https://jh.example.gov.cn',
      MAIL_FROM: '均衡 <junheng@example.gov.cn>',
      ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
      ...environment,
    },
    '/nonexistent',
  );
}
