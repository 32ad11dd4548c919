import { join } from 'node:path';
import { loadPack, packDataDirectory } from '#campaign-pack';
import { v7 } from 'uuid';
import type { Actor, Role } from '../../apps/server/src/database/actor.js';
import type { EntityManager } from 'typeorm';
import { UnitOfWork, type Work } from '../../apps/server/src/database/unit-of-work.js';
import { createAccount } from '../../apps/server/src/features/accounts/accounts.module.js';
import { openSession } from '../../apps/server/src/features/accounts/sessions.js';
import {
  createCampaign,
  loadPackIntoCampaign,
} from '../../apps/server/src/features/campaigns/campaigns.module.js';
import type { NewTask } from '../../apps/server/src/features/tasks/create-tasks.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { loadPublishedCalendar } from '../../apps/server/src/prepare.js';
import { type AppOptions, type AppUnderTest, StandingClock, startApp } from './app-under-test.js';

/** Who is there: by role, and by the unit of the pack they belong to. */
const cast = {
  admin: [null, null],
  office: ['government_office', null],
  director: ['government_office', 'office'],
  supervision: ['supervision_office', null],
  finance: ['handler', 'finance'],
  financeHead: ['head', 'finance'],
  education: ['handler', 'education'],
  police: ['handler', 'police'],
} as const satisfies Record<string, readonly [Role | null, string | null]>;
export type Who = keyof typeof cast;
export const everybody = Object.keys(cast) as Who[];

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 新密's campaign in a running server, with one account for each role. Paths are below the campaign unless absolute. */
export class XinmiScene {
  readonly campaignId = v7();
  private readonly accounts = new Map<Who, string>();
  private readonly sessions = new Map<Who, { cookie: string; openedAt: number }>();
  private entries = new Map<string, string>();

  private constructor(
    readonly server: AppUnderTest,
    readonly clock: StandingClock,
  ) {}

  static async create(today = '2022-09-15', options: Omit<AppOptions, 'clock'> = {}): Promise<XinmiScene> {
    const clock = new StandingClock(today);
    const scene = new XinmiScene(await startApp({ ...options, clock }), clock);
    await loadPublishedCalendar(scene.server.dataSource);
    await scene.server.dataSource.transaction((manager) => scene.fill(manager));
    return scene;
  }

  private async fill(manager: EntityManager): Promise<void> {
    const { campaignId } = this;
    const pack = loadPack(join(packDataDirectory(), 'xinmi'));
    const now = new Date(this.clock.now());
    const work = { manager, campaignId, now, newId: () => v7(), actor: null };
    await createCampaign(work, { name: pack.name, place: pack.place });
    await loadPackIntoCampaign(work, pack);
    const kinds = ['unit', 'duty', 'clause', 'target', 'project'];
    const rows = await manager.query<{ name: string; id: string }[]>(
      kinds.map((kind) => `SELECT '${kind} ' || entry AS name, id FROM ${kind}`).join(' UNION ALL '),
    );
    this.entries = new Map(rows.map(({ name, id }) => [name, id]));
    for (const who of everybody) {
      const [role, unit] = cast[who];
      const account = { login: who, name: `姓名${who}`, email: `${who}@example.gov.cn`, passwordHash: who };
      const flags = { mustChangePassword: false, administrator: role === null, demo: false, createdAt: now };
      const unitId = unit === null ? null : this.id(`unit ${unit}`);
      const membership = role && { campaignId, role, unitId };
      this.accounts.set(who, await createAccount(manager, { ...account, ...flags, membership }));
    }
  }

  /** The id of an entry of the pack, such as `unit finance` or `duty duty-finance-1`. */
  id(entry: string): string {
    return found(this.entries.get(entry), entry);
  }

  accountId(who: Who): string {
    return found(this.accounts.get(who), who);
  }

  actor(who: Who): Actor {
    const [role, unit] = cast[who];
    if (!role) throw new Error(`${who} acts in no campaign`);
    const unitId = unit === null ? null : this.id(`unit ${unit}`);
    return { accountId: this.accountId(who), name: `姓名${who}`, role, unitId, unitName: unit };
  }

  /** An operation called as the program itself calls it. */
  work<T>(who: Who, operation: (work: Work) => Promise<T>): Promise<T> {
    const scope = { actor: this.actor(who), campaignId: this.campaignId };
    return this.server.app.get(UnitOfWork).run(scope, operation);
  }

  query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.server.dataSource.query<T[]>(sql, parameters);
  }

  /** A session that is valid at the clock's time, past the sign-in page. */
  async cookie(who: Who): Promise<string> {
    const now = this.clock.now();
    const session = this.sessions.get(who);
    if (session && Math.abs(now - session.openedAt) < 60_000) return session.cookie;
    const [row] = await this.query<{ password_hash: string }>(
      `SELECT password_hash FROM account WHERE id = $1`,
      [this.accountId(who)],
    );
    const account = { id: this.accountId(who), passwordHash: found(row, who).password_hash };
    const token = await openSession(this.server.dataSource.manager, account, now);
    const cookie = `__Host-sid=${found(token, `a session of ${who}`)}`;
    this.sessions.set(who, { cookie, openedAt: now });
    return cookie;
  }

  /** Everybody is signed in anew with the next call. */
  forgetSessions(): void {
    this.sessions.clear();
  }

  async call<T = Record<string, unknown>>(
    who: Who | undefined,
    method: string,
    path: string,
    { body, headers }: CallOptions = {},
  ): Promise<Answer<T>> {
    const json = body !== undefined && !(body instanceof FormData);
    const given: Record<string, string> = {
      'sec-fetch-site': 'same-origin',
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(who ? { cookie: await this.cookie(who) } : {}),
      ...headers,
    };
    const campaign = `/api/v1/campaigns/${this.campaignId}`;
    const url = path.startsWith('/') ? path : path === '' ? campaign : `${campaign}/${path}`;
    const sent = json ? JSON.stringify(body) : body;
    const response = await fetch(`${this.server.origin}${url}`, {
      method,
      headers: given,
      ...(sent === undefined ? {} : { body: sent as NonNullable<RequestInit['body']> }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : {}) as T, text };
  }

  /** Reads something that must be there. */
  async get<T>(who: Who, path: string): Promise<T> {
    const { status, body, text } = await this.call<T>(who, 'GET', path);
    if (status !== 200) throw new Error(`GET ${path} as ${who} answered ${status}: ${text}`);
    return body;
  }

  newTask(more: Partial<NewTask> = {}): NewTask {
    return {
      requestId: v7(),
      title: '落实义务教育经费',
      source: { kind: 'free' },
      leadUnitId: this.id('unit finance'),
      supportingUnitIds: [this.id('unit education')],
      dueOn: null,
      assign: true,
      ...more,
    };
  }

  async addTask(more: Partial<NewTask> = {}): Promise<TaskView> {
    const { status, body, text } = await this.call<TaskView>('office', 'POST', 'tasks', {
      body: this.newTask(more),
    });
    if (status !== 201) throw new Error(`the task was not made: ${text}`);
    return body;
  }

  /** A step of a task's life with the version it was last seen with. */
  step(who: Who, action: string, task: TaskView, more: object = {}): Promise<Answer<TaskView>> {
    return this.call<TaskView>(who, 'POST', `tasks/${task.id}/${action}`, {
      body: { version: task.version, ...more },
    });
  }

  /** Several steps that must all work, written `finance sign`, `finance report 进展`. */
  async walk(task: TaskView, ...told: readonly string[]): Promise<TaskView> {
    let current = task;
    for (const one of told) {
      const [who = '', action = '', note] = one.split(' ');
      const { status, body, text } = await this.step(who as Who, action, current, note ? { note } : {});
      if (status !== 200) throw new Error(`${one} answered ${status}: ${text}`);
      current = body;
    }
    return current;
  }

  async upload(who: Who, task: TaskView, kind = 'document', content = '佐证'): Promise<TaskView> {
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', new Blob([content]), '佐证.txt');
    const { status, text } = await this.call(who, 'POST', `tasks/${task.id}/evidence`, { body: form });
    if (status !== 201) throw new Error(`the upload answered ${status}: ${text}`);
    return this.get<TaskView>(who, `tasks/${task.id}`);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`there is no ${name}`);
  return value;
}
