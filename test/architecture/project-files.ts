import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './cruise.js';

export interface SourceFile {
  path: string;
  text: string;
}

const TEXT = /\.(ts|tsx|js|mjs|json|ya?ml|md|css|html|sh)$/;

/** Names at the top level that git does not ignore. */
export function topLevelNames(): string[] {
  const ignored = read('.gitignore')
    .split('\n')
    .map((line) => line.replace(/^\/|\/$/g, ''));
  const isIgnored = (name: string): boolean =>
    name === '.git' || name.endsWith('.log') || ignored.includes(name);
  return readdirSync(projectRoot).filter((name) => !isIgnored(name));
}

/** Every text file under a folder of the project, a single file included. */
export function filesUnder(...paths: string[]): SourceFile[] {
  return paths.flatMap((path) => walk(path)).map((path) => ({ path, text: read(path) }));
}

export function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

function walk(path: string): string[] {
  const full = join(projectRoot, path);
  if (!statSync(full).isDirectory()) return TEXT.test(path) ? [path] : [];
  return readdirSync(full).flatMap((name) => walk(`${path}/${name}`));
}

/** `path:line` of each line that matches, for a readable failure. */
export function linesMatching(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}
