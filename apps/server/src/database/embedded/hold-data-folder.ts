import * as fs from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartUpError } from '../../config/start-up-error.js';
import { folderIdentity } from './folder-identity.js';

const ANSWER_WITHIN_MS = 1_000;

export interface DataFolderHold {
  dataDir: string;
  release(): Promise<void>;
}

/**
 * Makes the data folder where it is missing and proves that we may write in it; answers its real path.
 * @throws StartUpError when it is not writable
 */
export function prepareDataFolder(dataDir: string): string {
  const probe = join(dataDir, `.write-probe-${process.pid}`);
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
    return fs.realpathSync(dataDir);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartUpError(
      `数据文件夹 ${dataDir} 不可写（${reason}），请检查它的权限和磁盘空间，或用环境变量 JUNHENG_DATA 另指一个文件夹。`,
    );
  }
}

/**
 * Holds the data folder for this process alone until release() or the end of the process, however
 * it ends. The hold is a listening socket that answers our PID: the kernel drops it with the
 * process, so there is no lock file to go stale and no reused PID to be fooled by.
 * @throws StartUpError naming the PID of the holder
 */
export async function holdDataFolder(folder: string): Promise<DataFolderHold> {
  const dataDir = prepareDataFolder(folder);
  const address = holdAddress(dataDir);
  const pidFile = join(dataDir, 'junheng.pid');
  const server = (await listen(address)) ?? (await replaceDeadHolder(address));
  if (!server) {
    const holder = (await askHolder(address)) ?? readPid(pidFile) ?? '未知';
    throw new StartUpError(
      `数据文件夹 ${dataDir} 正由另一个均衡进程（PID ${holder}）使用，请先停止它，或用环境变量 JUNHENG_DATA 另指一个文件夹。`,
    );
  }
  fs.writeFileSync(pidFile, `${process.pid}\n`);
  return {
    dataDir,
    release: async () => {
      fs.rmSync(pidFile, { force: true });
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Linux has socket names that are no files; Windows has named pipes; elsewhere it is a file. */
function holdAddress(dataDir: string): string {
  const name = `junheng-hold-${folderIdentity(dataDir)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server.unref()));
  });
}

/** Only a socket that is a file outlives its process; it then refuses connections. */
async function replaceDeadHolder(address: string): Promise<Server | undefined> {
  if (!address.startsWith('/') || (await askHolder(address)) !== undefined) return undefined;
  fs.rmSync(address, { force: true });
  return listen(address);
}

/** The PID the holder answers; undefined when it is gone or frozen. */
function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer || undefined));
  });
}

function readPid(file: string): string | undefined {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  return text || undefined;
}
