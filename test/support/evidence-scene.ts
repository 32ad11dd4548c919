import { v7 } from 'uuid';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { machineClock } from '../../apps/server/src/config/system-clock.js';
import type { Role } from '../../apps/server/src/database/actor.js';
import { createAccount } from '../../apps/server/src/features/accounts/accounts.module.js';
import { openSession } from '../../apps/server/src/features/accounts/sessions.js';
import { EvidenceStore } from '../../apps/server/src/features/evidence/evidence.module.js';
import { startApp } from './app-under-test.js';

/** A unit's person who may sign in. */
export interface ScenePerson {
  readonly id: string;
  readonly cookie: string;
}

/** One campaign with three units and a task that runs: the first leads it, the second supports it, the third is outside. */
export interface EvidencePlan {
  readonly campaignId: string;
  readonly taskId: string;
  readonly lead: ScenePerson;
  readonly leadHead: ScenePerson;
  readonly support: ScenePerson;
  readonly outsider: ScenePerson;
  readonly office: ScenePerson;
}

/** Puts the plan into a migrated database. */
export async function insertEvidencePlan(dataSource: DataSource): Promise<EvidencePlan> {
  const campaignId = v7();
  await dataSource.query(
    `INSERT INTO campaign (id, name, place, created_at) VALUES ($1, '创建', '新密市', now())`,
    [campaignId],
  );
  const clauseId = await insertClause(dataSource, campaignId);
  const units = [v7(), v7(), v7()] as const;
  for (const [position, id] of units.entries()) {
    await dataSource.query(
      `INSERT INTO unit (campaign_id, id, entry, name, short_name, kind, clause_id, position)
       VALUES ($1, $2, $3, $3, $3, 'department', $4, $5)`,
      [campaignId, id, `单位${position}`, clauseId, position],
    );
  }
  const person = (login: string, role: Role, unitId: string | null): Promise<ScenePerson> =>
    insertPerson(dataSource, { login, campaignId, role, unitId });
  const lead = await person('lead', 'handler', units[0]);
  const taskId = await insertTask(dataSource, {
    campaignId,
    lead: units[0],
    support: units[1],
    createdBy: lead.id,
  });
  return {
    campaignId,
    taskId,
    lead,
    leadHead: await person('head', 'head', units[0]),
    support: await person('support', 'handler', units[1]),
    outsider: await person('outsider', 'handler', units[2]),
    office: await person('office', 'government_office', null),
  };
}

async function insertClause(dataSource: DataSource, campaignId: string): Promise<string> {
  const [documentId, clauseId] = [v7(), v7()];
  await dataSource.query(
    `INSERT INTO source_document (campaign_id, id, entry, title, issuer) VALUES ($1, $2, 'plan', '方案', '市政府')`,
    [campaignId, documentId],
  );
  await dataSource.query(
    `INSERT INTO clause (campaign_id, id, entry, document_id, number, title, position)
     VALUES ($1, $2, 'one', $3, '一', '条款', 1)`,
    [campaignId, clauseId, documentId],
  );
  return clauseId;
}

async function insertPerson(
  dataSource: DataSource,
  person: { login: string; campaignId: string; role: Role; unitId: string | null },
): Promise<ScenePerson> {
  const { login, ...membership } = person;
  const passwordHash = `no password opens this: ${login}`;
  const account = { login, name: `姓名${login}`, email: null, passwordHash, mustChangePassword: false };
  const flags = { administrator: false, demo: false, createdAt: new Date(machineClock.now()) };
  const id = await createAccount(dataSource.manager, { ...account, ...flags, membership });
  const token = await openSession(dataSource.manager, { id, passwordHash }, machineClock.now());
  return { id, cookie: `__Host-sid=${token}` };
}

async function insertTask(
  dataSource: DataSource,
  task: { campaignId: string; lead: string; support: string; createdBy: string },
): Promise<string> {
  const [batchId, taskId] = [v7(), v7()];
  await dataSource.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
    [task.campaignId, batchId, task.createdBy],
  );
  await dataSource.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, lead_unit_id, state,
       priority, required_evidence, created_by, created_at, updated_at)
     VALUES ($1, $2, 1, $3, 0, '任务', '', 'free', $4, 'in_progress', 'normal', '{document}', $5, now(), now())`,
    [task.campaignId, taskId, batchId, task.lead, task.createdBy],
  );
  await dataSource.query(
    `INSERT INTO task_support (campaign_id, task_id, unit_id, state) VALUES ($1, $2, $3, 'assigned')`,
    [task.campaignId, taskId, task.support],
  );
  return taskId;
}

/** The application over a database of its own with that plan, listening, its evidence in a folder of its own. */
export class EvidenceScene {
  private constructor(
    readonly plan: EvidencePlan,
    readonly app: NestFastifyApplication,
    readonly dataSource: DataSource,
    readonly store: EvidenceStore,
    readonly origin: string,
    readonly close: () => Promise<void>,
  ) {}

  static async create(environment: Record<string, string> = {}): Promise<EvidenceScene> {
    const { app, dataSource, origin, close } = await startApp({
      clock: machineClock,
      environment: { JUNHENG_UPLOAD_MB: '1', ...environment },
    });
    const plan = await insertEvidencePlan(dataSource);
    return new EvidenceScene(plan, app, dataSource, app.get(EvidenceStore), origin, close);
  }

  get path(): string {
    return evidencePath(this.plan);
  }

  fetch(path: string, person: ScenePerson, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.origin}${path}`, { ...init, headers: { ...signedIn(person), ...init.headers } });
  }

  upload(person: ScenePerson, file: UploadedFile): Promise<Response> {
    return this.fetch(this.path, person, { method: 'POST', body: uploadForm(file) });
  }
}

export interface UploadedFile {
  readonly content: Buffer;
  readonly name?: string;
  readonly kind?: string;
}

export function evidencePath(plan: EvidencePlan): string {
  return `/api/v1/campaigns/${plan.campaignId}/tasks/${plan.taskId}/evidence`;
}

export function signedIn(person: ScenePerson): Record<string, string> {
  return { cookie: person.cookie, 'sec-fetch-site': 'same-origin' };
}

export function uploadForm(file: UploadedFile): FormData {
  const form = new FormData();
  form.append('kind', file.kind ?? 'document');
  form.append('file', new Blob([file.content]), file.name ?? '报告.pdf');
  return form;
}
