import * as fs from 'node:fs';
import { join } from 'node:path';
import type { DatabaseConnection } from '../connection.js';
import { clusterDirectory, passwordFile, SUPERUSER } from './cluster.js';
import { readLines } from './server-process.js';
import { DATABASE } from './start-embedded-postgres.js';

/**
 * How to reach the embedded server that another process of ours runs on this data folder, as its own PID file says.
 * @returns undefined when none has been started or its files are gone
 */
export function runningServer(dataDir: string): DatabaseConnection | undefined {
  const [, , , port, socketDirectory, listenAddress] = readLines(
    join(clusterDirectory(dataDir), 'postmaster.pid'),
  );
  const host = socketDirectory || listenAddress;
  if (!host || !port || !fs.existsSync(passwordFile(dataDir))) return undefined;
  const password = fs.readFileSync(passwordFile(dataDir), 'utf8').trim();
  return { host, port: Number(port), user: SUPERUSER, password, database: DATABASE };
}
