import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const projectRoot = dirname(dirname(import.meta.dirname));

export interface Cruise {
  modules: string[];
  violations: { rule: string; from: string; to: string }[];
}

interface CruiseReport {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

/** Runs dependency-cruiser with our rules over a tree; exit code 1 only says that there are violations. */
export async function cruise(root: string, paths: string[]): Promise<Cruise> {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(projectRoot, 'test/architecture/dependency-rules.js');
  const args = [program, '--config', rules, '--output-type', 'json', ...paths];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 200_000_000,
  }).catch((error: Error & { stdout?: string }) => {
    if (!error.stdout) throw error;
    return { stdout: error.stdout };
  });
  const report = JSON.parse(stdout) as CruiseReport;
  return {
    modules: report.modules.map(({ source }) => source),
    violations: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
