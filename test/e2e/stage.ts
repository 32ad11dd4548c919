import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';
import { untilSettled } from './page-checks.js';
import { openWatched, type WatchedClerk } from './witness.js';

export const demoPassword = 'Yanlian-2022';

/** The example campaign as a visitor finds it: the server has loaded it itself and opened it on its exercise date. */
export class Stage {
  private constructor(
    readonly browser: Browser,
    readonly server: SpawnedServer,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<Stage> {
    const [browser, database] = await Promise.all([launchBrowser(), createTestDatabase()]);
    const server = await spawnServer({ databaseUrl: database.url, env: { JUNHENG_EXAMPLE: 'xinmi' } });
    return new Stage(browser, server, database);
  }

  /** Somebody in front of the sign-in page. */
  visitor(): Promise<WatchedClerk> {
    return openWatched(this.browser, this.server.origin);
  }

  /** A demo account's own desk, in a browser of its own. */
  async signIn(login: string): Promise<WatchedClerk> {
    const watched = await this.visitor();
    await watched.clerk.signIn(login, demoPassword);
    await watched.page.getByRole('banner').waitFor();
    await untilSettled(watched.page);
    return watched;
  }

  async goTo(page: Page, path: string): Promise<void> {
    await page.goto(this.server.origin + path);
    await untilSettled(page);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.database.drop();
  }
}
