import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#kernel';
import { syncFolder } from '../../database/sync-folder.js';

const keyBytes = 32;

/** The file that a backup of the database must not lie beside. */
export const robotKeyFile = (dataDirectory: string): string => join(dataDirectory, 'robot-key');

/** @returns undefined when there is none, or none that can be used */
export function readRobotKey(dataDirectory: string): Buffer | undefined {
  try {
    const text = readFileSync(robotKeyFile(dataDirectory), 'utf8').trim();
    return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The key, made at first need. It is on disk before it is used, and processes that make it at the same time end with
 * one: a link appears complete or not at all, and only for the first.
 * @throws DomainError `rule_refused` when the file is there and no key: it may be a damaged one that a backup heals
 */
export async function ensureRobotKey(dataDirectory: string): Promise<Buffer> {
  const present = readRobotKey(dataDirectory);
  if (present) return present;
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const path = robotKeyFile(dataDirectory);
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, `${randomBytes(keyBytes).toString('hex')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
  await syncFolder(dataDirectory);
  const key = readRobotKey(dataDirectory);
  if (key) return key;
  throw new DomainError('rule_refused', {
    detail:
      '数据文件夹里的密钥文件 robot-key 读不出来，不能加密群机器人的网址：请系统维护人员换回备份的 robot-key，或把它移走后重试。',
  });
}
