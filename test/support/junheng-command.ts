import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';

export const root = join(import.meta.dirname, '../..');
export const program = join(root, 'dist/apps/server/src/cli.js');
const schemas = join(root, 'docs/schemas');
export const example = join(root, 'test/golden/schools-example.xlsx');
/** The caller removes it when its tests are over. */
export const folder = mkdtempSync(join(tmpdir(), 'junheng-indicators-'));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built `junheng` where there is no database: an attempt to open one would fail. */
export function junheng(...words: readonly string[]): Promise<Outcome> {
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x',
    JUNHENG_DATA: join(folder, 'data'),
  };
  return new Promise((resolve) => {
    const options = { env, cwd: folder, maxBuffer: 100_000_000 };
    execFile(process.execPath, [program, ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

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
