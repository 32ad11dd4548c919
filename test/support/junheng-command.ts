import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import type * as CommandLine from '../../apps/server/src/run-command-line.js';

export const root = join(import.meta.dirname, '../..');
export const program = join(root, 'dist/apps/server/src/cli.js');
const schemas = join(root, 'docs/schemas');
export const example = join(root, 'test/golden/schools-example.xlsx');
/** The caller removes it when its tests are over. */
export const folder = mkdtempSync(join(tmpdir(), 'junheng-indicators-'));

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

// The built program: from source its worker for workbooks would have to be compiled at every reading.
const { runCommandLine } = (await import(
  join(root, 'dist/apps/server/src/run-command-line.js')
)) as typeof CommandLine;

/** Runs `junheng` in this process: starting one takes a second and a half, the command itself hardly anything. */
export async function runInProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const outcome = { code: 0, out: '', err: '' };
  await runCommandLine(words, {
    environment,
    directory: folder,
    print: (text) => void (outcome.out += `${text}\n`),
    complain: (text, error) =>
      void (outcome.err += `${text}${error instanceof Error ? ` ${error.stack}` : ''}\n`),
    setExitCode: (code) => (outcome.code = code),
  });
  return outcome;
}

/** Runs the built `junheng` as a process of its own. */
export function spawnJunheng(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { PATH, HOME } = process.env;
  const options = { env: { PATH, HOME, ...environment }, cwd: folder, maxBuffer: 100_000_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

/** Where there is no database: an attempt to open one would fail. */
export const withoutDatabase = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x',
  JUNHENG_DATA: join(folder, 'data'),
};

/** Runs a command that needs no database. */
export const junheng = (...words: readonly string[]): Promise<Outcome> =>
  runInProcess(words, withoutDatabase);

function schema(name: string): ValidateFunction {
  const ajv = new Ajv({ allowUnionTypes: true });
  for (const file of readdirSync(schemas))
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), 'utf8')) as object);
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate;
}

export function expectValid(name: string, answer: string): unknown {
  const value: unknown = JSON.parse(answer);
  const validate = schema(name);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  return value;
}

export const dated = ['--as-of', '2026-09-01'];
