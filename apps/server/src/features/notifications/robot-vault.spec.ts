import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureRobotKey, readRobotKey, robotKeyFile } from './robot-key.js';
import { RobotVault } from './robot-vault.js';

const place = { campaignId: 'c1', id: 'r1' };
const secrets = { url: 'https://qyapi.weixin.qq.com/send?key=k1', secret: 'SEC1' };
const root = mkdtempSync(join(tmpdir(), 'junheng-vault-'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the key', () => {
  it('is one, for all who make it at the same time, and readable by its owner alone', async () => {
    const inside = join(folder, 'new');
    const keys = await Promise.all(Array.from({ length: 30 }, () => ensureRobotKey(inside)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(readRobotKey(inside)).toEqual(keys[0]);
    expect(readdirSync(inside)).toEqual(['robot-key']);
    expect(statSync(robotKeyFile(inside)).mode & 0o777).toBe(0o600);
  });

  it('is not made by reading, and a damaged one is never replaced', async () => {
    expect(new RobotVault(folder).open(place, Buffer.alloc(60))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(robotKeyFile(folder), 'half a key');
    await expect(ensureRobotKey(folder)).rejects.toMatchObject({ code: 'rule_refused' });
    expect(readFileSync(robotKeyFile(folder), 'utf8')).toBe('half a key');
    expect(readdirSync(folder)).toEqual(['robot-key']);
  });
});

describe('RobotVault', () => {
  it('opens what it sealed, and seals the same twice to different bytes', async () => {
    const vault = new RobotVault(folder);
    const [one, two] = [await vault.seal(place, secrets), await vault.seal(place, secrets)];
    expect(vault.open(place, one)).toEqual(secrets);
    expect(one).not.toEqual(two);
    expect(one.toString('latin1')).not.toMatch(/qyapi|SEC1/);
  });

  it('opens nothing for another robot or campaign, under another key, changed, cut off, or absent', async () => {
    const vault = new RobotVault(folder);
    const sealed = await vault.seal(place, secrets);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(vault.open({ ...place, id: 'r2' }, sealed)).toBeUndefined();
    expect(vault.open({ ...place, campaignId: 'c2' }, sealed)).toBeUndefined();
    for (const bytes of [changed, sealed.subarray(0, 20), sealed.subarray(0, -1), null])
      expect(vault.open(place, bytes)).toBeUndefined();
    rmSync(robotKeyFile(folder));
    expect(vault.open(place, sealed)).toBeUndefined();
    await ensureRobotKey(folder);
    expect(vault.open(place, sealed)).toBeUndefined();
  });
});
