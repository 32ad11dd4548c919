import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../apps/server/src/app.module.js';
import { readConfig } from '../../apps/server/src/config/read-config.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { createAccount, PasswordHasher } from '../../apps/server/src/features/accounts/accounts.module.js';
import { closeApplication, createApplication } from '../../apps/server/src/http/application.js';
import { listen } from '../../apps/server/src/http/listen.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** A clock that a test sets and moves; all instances of one test share it. */
export class TestClock {
  constructor(private instant: number) {}
  now(): number {
    return this.instant;
  }
  advance(ms: number): void {
    this.instant += ms;
  }
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const goodPassword = 'Ma4-jian-shan';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string | undefined;
  readonly setCookie: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly cookie?: string | undefined;
  readonly body?: unknown;
  readonly address?: string;
  /** An empty value leaves the header out. */
  readonly headers?: Record<string, string | undefined>;
}

function answerOf(response: IncomingMessage, body: string): Answer {
  const setCookie = response.headers['set-cookie']?.[0];
  const isJson = body !== '' && /json/.test(response.headers['content-type'] ?? '');
  return {
    status: response.statusCode ?? 0,
    body: isJson ? (JSON.parse(body) as Record<string, unknown>) : {},
    cookie: setCookie?.split(';')[0],
    setCookie,
    headers: response.headers,
  };
}

/** One server process of the test; several may share a database. */
export class Instance {
  constructor(
    readonly app: NestFastifyApplication,
    readonly dataSource: DataSource,
    readonly port: number,
  ) {}

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const headers = {
      'sec-fetch-site': 'same-origin',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...options.headers,
    };
    const present = Object.entries(headers).filter(([, value]) => value !== '' && value !== undefined);
    return this.send(method, path, options, Object.fromEntries(present));
  }

  /** Over real HTTP; `address` is the loopback address the request comes from. */
  private send(
    method: string,
    path: string,
    options: CallOptions,
    headers: OutgoingHttpHeaders,
  ): Promise<Answer> {
    const localAddress = options.address ?? '127.0.0.1';
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port: this.port, path: `/api/v1${path}`, localAddress };
      const outgoing = request({ ...place, method, headers, agent: false }, (response) => {
        void text(response)
          .then((body) => answerOf(response, body))
          .then(resolve, reject);
      });
      outgoing.once('error', reject);
      const body = options.body === undefined ? '' : JSON.stringify(options.body);
      if (body !== '') outgoing.setHeader('content-length', Buffer.byteLength(body));
      outgoing.end(body);
    });
  }

  signIn(login: string, password: string, address?: string): Promise<Answer> {
    return this.call('POST', '/session', { body: { login, password }, ...(address ? { address } : {}) });
  }

  /** Signs in and expects it to work. */
  async cookieOf(login: string, password = goodPassword): Promise<string> {
    const { status, cookie } = await this.signIn(login, password);
    if (status !== 200 || !cookie) throw new Error(`signing ${login} in answered ${status}`);
    return cookie;
  }

  query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return this.dataSource.query<T>(sql, parameters);
  }
}

/** A database with as many server processes on it as the test asks for. */
export class TestInstallation {
  private readonly instances: Instance[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly clock: TestClock,
  ) {}

  static async create(): Promise<TestInstallation> {
    const database = await createTestDatabase();
    return new TestInstallation(database, new TestClock(Date.parse('2026-03-05T01:00:00Z')));
  }

  async start(environment: Record<string, string> = {}): Promise<Instance> {
    const config = readConfig(
      { LOG_LEVEL: 'error', JUNHENG_SCHEDULER: 'off', PORT: '0', ...environment },
      '/nonexistent',
    );
    const dataSource = await createDataSource({ url: this.database.url }, { poolSize: 5 }).initialize();
    const runtime = { config, clock: this.clock, dataSource };
    const app = await createApplication(AppModule.forRuntime(runtime), config);
    const instance = new Instance(app, dataSource, await listen(app, config));
    this.instances.push(instance);
    return instance;
  }

  async close(): Promise<void> {
    for (const { app, dataSource } of this.instances) {
      await closeApplication(app);
      if (dataSource.isInitialized) await dataSource.destroy();
    }
    await this.database.drop();
  }
}

interface Person {
  readonly login: string;
  readonly administrator?: boolean;
  readonly password?: string;
  readonly mustChangePassword?: boolean;
  readonly membership?: Parameters<typeof createAccount>[1]['membership'];
}

/** Puts an account into the database, past the API. */
export async function addAccount(instance: Instance, person: Person): Promise<string> {
  return createAccount(instance.dataSource.manager, {
    login: person.login,
    name: `姓名${person.login}`,
    email: `${person.login}@example.gov.cn`,
    passwordHash: await new PasswordHasher().hash(person.password ?? goodPassword),
    mustChangePassword: person.mustChangePassword ?? false,
    administrator: person.administrator ?? false,
    demo: false,
    createdAt: new Date('2026-03-01T00:00:00Z'),
    membership: person.membership ?? null,
  });
}
