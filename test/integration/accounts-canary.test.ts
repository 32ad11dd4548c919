import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addAccount, type Instance, TestInstallation } from './accounts-instance.js';

const canary = 'Kanarienvogel-77';
let installation: TestInstallation;
let instance: Instance;

beforeAll(async () => {
  installation = await TestInstallation.create();
  const { stop } = captureOutput();
  instance = await installation.start({ LOG_LEVEL: 'debug' });
  stop();
  await addAccount(instance, { login: 'singer', password: canary });
});
afterAll(() => installation.close());

test('T33 a password is found in no answer and in no log line, also when the server fails', async () => {
  const { printed, stop } = captureOutput();
  const answers: string[] = [];
  const attempt = async (login: string, password: unknown): Promise<number> => {
    const { status, body, headers } = await instance.call('POST', '/session', { body: { login, password } });
    answers.push(JSON.stringify({ body, headers }));
    return status;
  };
  try {
    expect(await attempt('singer', canary)).toBe(200);
    expect(await attempt('singer', `${canary}-wrong`)).toBe(401);
    expect(await attempt('singer', { nested: canary })).toBe(400);
    expect(await attempt(canary, canary)).toBe(401);
    await instance.query(`ALTER TABLE session RENAME TO session_gone`);
    expect(await attempt('singer', canary)).toBe(500);
    await instance.query(`ALTER TABLE session_gone RENAME TO session`);
  } finally {
    stop();
  }
  expect(printed.join('')).toMatch(/POST \/api\/v1\/session/);
  expect(printed.join('')).not.toContain(canary);
  expect(answers.join('')).not.toContain(canary);
});

/** Keeps what the process prints, instead of printing it. */
function captureOutput(): { printed: string[]; stop: () => void } {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream),
  }));
  for (const { stream } of streams) {
    stream.write = (chunk: string | Uint8Array) => printed.push(String(chunk)) > 0;
  }
  return {
    printed,
    stop: () => {
      for (const { stream, write } of streams) stream.write = write;
    },
  };
}
