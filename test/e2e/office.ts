import type { BrowserContext, Page } from 'playwright-core';

const patience = 15_000;

/** A person in front of a browser of their own. */
export class Clerk {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly origin: string,
  ) {
    page.setDefaultTimeout(patience);
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto(this.origin);
    await this.page.getByLabel('登录名').fill(login);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.press('登录');
  }

  /** Signs in with the password the administrator handed over and sets an own one. */
  async signInFirstTime(login: string, initial: string, own: string): Promise<void> {
    await this.signIn(login, initial);
    await this.sees('请先设一个自己的密码');
    await this.page.getByLabel('现在的密码').fill(initial);
    await this.page.getByLabel('新密码', { exact: true }).fill(own);
    await this.page.getByLabel('再写一遍新密码').fill(own);
    await this.press('修改密码');
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Opens a step of the task page, writes the note, and confirms. */
  async take(step: string, noteLabel?: string, note?: string): Promise<void> {
    await this.press(step);
    const dialog = this.page.getByRole('dialog');
    if (noteLabel && note) await dialog.getByLabel(noteLabel).fill(note);
    await dialog.getByRole('button', { name: /确\s*定/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async openTask(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Where the API keeps the campaign this person works in. */
  async campaign(): Promise<string> {
    const { campaigns } = await this.call<{ campaigns: { id: string }[] }>('GET', '/session');
    return `/campaigns/${campaigns[0]?.id ?? ''}`;
  }

  /** Calls the API as this person, the way the page does. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.page.evaluate(
      async ([verb, url, content]) => {
        const response = await fetch(url, {
          method: verb,
          ...(content === null ? {} : { body: content, headers: { 'Content-Type': 'application/json' } }),
        });
        return { status: response.status, text: await response.text() };
      },
      [method, `/api/v1${path}`, body === undefined ? null : JSON.stringify(body)] as const,
    );
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }
}
