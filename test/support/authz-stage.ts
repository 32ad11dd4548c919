import { v7 } from 'uuid';
import { civilDate, type TaskState } from '#kernel';
import { createAccount, PasswordHasher } from '../../apps/server/src/features/accounts/accounts.module.js';
import { createWhatIf } from '../../apps/server/src/features/indicators/projection/create-what-if.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { type StandingLedger, standingLedger } from './authz-ledger-scene.js';
import { classCsv, readClassFile } from './class-table.js';
import { insertTasks, type KnownTask } from './random-tasks.js';
import { confirm, preview, schoolCsv, tableSchools } from './school-table.js';
import { everybody, type Who, XinmiScene } from './xinmi-scene.js';
import { storedRule } from './recurring-rule.js';

export const goodPassword = 'Ma4-jian-shan';
/** In everything a unit outside the task must never read. */
export const secret = '绝密任务';

/** A ladder that tells the supervision office only. */
export const oneRung = {
  name: '一级',
  rungs: [
    {
      name: '督办',
      colour: 'red',
      late: { due: 1 },
      audience: ['supervision_office'],
      issues: 'message',
      replyWorkingDays: null,
    },
  ],
  start: { normal: 1, important: 1, urgent: 1 },
};

/** What the cells of the matrix act on: fresh tasks of 财政局 that 教育局 supports, a message, a file, an account. */
export class AuthzStage {
  private seq = 100;
  private accounts = 0;

  private constructor(
    readonly scene: XinmiScene,
    private readonly passwordHash: string,
    readonly standing: {
      readonly task: TaskView;
      readonly evidenceId: string;
      readonly messageId: string;
      readonly attachmentId: string;
      readonly importId: string;
      readonly schoolCode: string;
      readonly classImportId: string;
      readonly whatIfId: string;
      readonly recurringId: string;
      readonly ladderId: string;
      readonly simulationId: string;
      readonly ledger: StandingLedger;
    },
  ) {}

  static async create(): Promise<AuthzStage> {
    const scene = await XinmiScene.create();
    const passwordHash = await new PasswordHasher().hash(goodPassword);
    await scene.query(`UPDATE account SET password_hash = $1`, [passwordHash]);
    const made = await scene.addTask({ title: secret, description: secret, requiredEvidence: ['document'] });
    const task = await scene.upload(
      'finance',
      await scene.walk(made, 'finance sign', `finance report ${secret}进展`),
    );
    const [messageId, attachmentId] = [v7(), v7()];
    await scene.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, subject, body, task_ids, status, created_at)
       VALUES ($1, $2, 'reminder_digest', 'one', $3, '财政局', $4, $4, $5, 'queued', $6)`,
      [
        scene.campaignId,
        messageId,
        scene.accountId('finance'),
        secret,
        [task.id],
        new Date(scene.clock.now()),
      ],
    );
    await scene.query(
      `INSERT INTO outbox_attachment (campaign_id, id, message_id, file_name, media_type, content) VALUES ($1, $2, $3, $4, 'text/plain', $5)`,
      [scene.campaignId, attachmentId, messageId, `${secret}.txt`, Buffer.from(secret)],
    );
    const schools = tableSchools(2, 1);
    const imported = await preview(scene, 'education', { bytes: schoolCsv(schools) });
    await confirm(scene, 'education', imported.body.id);
    const school = schools[0]?.code ?? '';
    const bytes = classCsv([{ school, stage: '小学', grade: 1, name: '99班', students: 40 }]);
    const classes = await readClassFile(scene, 'education', { bytes });
    const ladderId = await saveLadder(scene);
    return new AuthzStage(scene, passwordHash, {
      task,
      evidenceId: task.evidence[0]?.id ?? '',
      messageId,
      attachmentId,
      importId: imported.body.id,
      schoolCode: school,
      classImportId: classes.body.id,
      whatIfId: await scene.work('office', (work) => createWhatIf(work, { name: '推演' })),
      recurringId: await storedRule(scene),
      ladderId,
      simulationId: await failedSimulation(scene, ladderId),
      ledger: await standingLedger(scene),
    });
  }

  /** Undoes what the last cell may have done to people: every cell starts with all signed in and their own password. */
  async reset(): Promise<void> {
    await this.scene.query(
      `UPDATE account SET password_hash = $1, must_change_password = false, active = true WHERE login = ANY($2)`,
      [this.passwordHash, everybody],
    );
    await this.scene.query(`DELETE FROM login_throttle`);
    this.scene.forgetSessions();
  }

  /** A task in the given state, as the operations would have left it. */
  async task(state: TaskState, more: Partial<KnownTask> = {}): Promise<string> {
    this.seq += 1;
    const task: KnownTask = {
      id: v7(),
      seq: this.seq,
      title: `${secret}${this.seq}`,
      state,
      leadUnit: 'finance',
      supportingUnits: ['education'],
      partDone: false,
      clause: 'annex-finance',
      priority: 'normal',
      due: null,
      pausedOn: null,
      updatedMinute: 0,
      ...more,
    };
    await insertTasks(this.scene, [task]);
    return task.id;
  }

  /** A task whose supporting part has got this far. */
  async part(state: string): Promise<string> {
    const id = await this.task('signed');
    await this.scene.query(`UPDATE task_support SET state = $2 WHERE task_id = $1`, [id, state]);
    return id;
  }

  /** A draft file of 财政局's handler on a task of its own. */
  async draftFile(): Promise<{ taskId: string; evidenceId: string }> {
    const taskId = await this.task('signed');
    const evidenceId = v7();
    await this.scene.query(
      `INSERT INTO evidence (campaign_id, id, task_id, kind, file_name, media_type, size, sha256, status, uploaded_by, unit_id, uploaded_at)
       SELECT campaign_id, $1, $2, kind, file_name, media_type, size, sha256, 'draft', uploaded_by, unit_id, uploaded_at
       FROM evidence WHERE id = $3`,
      [evidenceId, taskId, this.standing.evidenceId],
    );
    return { taskId, evidenceId };
  }

  /** A what-if of its own, and the data set it rests on. */
  async whatIf(): Promise<{ id: string; dataSetId: string; name: string }> {
    this.seq += 1;
    const name = `推演${this.seq}`;
    const id = await this.scene.work('office', (work) => createWhatIf(work, { name }));
    const [row] = await this.scene.query<{ data_set_id: string }>(
      `SELECT data_set_id FROM what_if WHERE id = $1`,
      [id],
    );
    return { id, name, dataSetId: row?.data_set_id ?? '' };
  }

  /** A request of 财政局's handler that waits for 政府办. */
  async extension(): Promise<string> {
    const taskId = await this.task('signed', { due: civilDate('2022-10-31') });
    const id = v7();
    await this.scene.query(
      `INSERT INTO extension_request (campaign_id, id, seq, task_id, due_version, due_on, requested_on, reason, progress,
         chain, state, asked_by, unit_id, asked_at)
       SELECT campaign_id, $1, seq + 100000, id, 1, due_on, '2022-11-30', $3, '进展',
         '{government_office,supervision_office}', 'pending', $2, lead_unit_id, now() FROM task WHERE id = $4`,
      [id, this.scene.accountId('finance'), secret, taskId],
    );
    return id;
  }

  /** 财政局's handler asks for a pause. */
  async pauseRequest(): Promise<string> {
    const id = v7();
    await this.scene.query(
      `INSERT INTO pause_request (campaign_id, id, task_id, reason, expected_end_on, state, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, '2022-12-31', 'pending', $5, now())`,
      [this.scene.campaignId, id, await this.task('signed'), secret, this.scene.accountId('finance')],
    );
    return id;
  }

  /** An account for administrators to work on. */
  async account(): Promise<string> {
    this.accounts += 1;
    return createAccount(this.scene.server.dataSource.manager, {
      login: `target${this.accounts}`,
      name: '对象',
      email: null,
      passwordHash: this.passwordHash,
      mustChangePassword: false,
      administrator: false,
      demo: false,
      createdAt: new Date(this.scene.clock.now()),
      membership: null,
    });
  }

  /** A saved version of a ladder, in force when asked for. */
  async ladder(active: boolean): Promise<string> {
    const id = await saveLadder(this.scene);
    if (active) {
      await this.scene.query(
        `INSERT INTO ladder_activation (campaign_id, id, ladder_version_id, activated_by, activated_at)
         VALUES ($1, $2, $3, $4, now())`,
        [this.scene.campaignId, v7(), id, this.scene.accountId('supervision')],
      );
    }
    return id;
  }

  async fingerprint(): Promise<string> {
    const [row] = await this.scene.query<{ fingerprint: string }>(
      `SELECT pack_fingerprint AS fingerprint FROM campaign WHERE id = $1`,
      [this.scene.campaignId],
    );
    return row?.fingerprint ?? '';
  }
}

/** The actors of authz.yaml, in the order of its columns. */
export const actors = {
  anonymous: undefined,
  administrator: 'admin',
  government_office: 'office',
  supervision_office: 'supervision',
  handler: 'finance',
  head: 'financeHead',
  supporting: 'education',
  other: 'police',
} as const satisfies Record<string, Who | undefined>;
export type ActorName = keyof typeof actors;

async function saveLadder(scene: XinmiScene): Promise<string> {
  const id = v7();
  await scene.query(
    `INSERT INTO ladder_version (campaign_id, id, number, content, leader_ids, basis, saved_by, saved_at)
     SELECT $1, $2, 1 + coalesce(max(number), 0), $3, '{}', '核定', $4, now() FROM ladder_version WHERE campaign_id = $1`,
    [scene.campaignId, id, oneRung, scene.accountId('supervision')],
  );
  return id;
}

async function failedSimulation(scene: XinmiScene, ladderId: string): Promise<string> {
  const id = v7();
  await scene.query(
    `INSERT INTO simulation_run (campaign_id, id, ladder_version_id, from_on, to_on, state, beat_at, error, asked_by, asked_at)
     VALUES ($1, $2, $3, '2022-09-01', '2022-09-02', 'failed', $5, '停机', $4, $5)`,
    [scene.campaignId, id, ladderId, scene.accountId('office'), new Date(scene.clock.now())],
  );
  return id;
}
