import { execFile } from 'node:child_process';
import { program } from './junheng-command.js';
import type { XinmiScene } from './xinmi-scene.js';

/** Runs the built `junheng` on the database of a scene. */
export function command(
  { server }: XinmiScene,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATABASE_URL: server.database.url, JUNHENG_DATA: server.dataDirectory };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}
