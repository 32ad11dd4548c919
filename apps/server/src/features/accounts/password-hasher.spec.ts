import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#kernel';
import { PasswordHasher } from './password-hasher.js';

describe('T33 hashing', () => {
  test('T33 argon2id with m=19456,t=2,p=1, salted', async () => {
    const hasher = new PasswordHasher();
    const [one, other] = await Promise.all([hasher.hash('Ma4-jian-shan'), hasher.hash('Ma4-jian-shan')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await hasher.verify(one, 'Ma4-jian-shan')).toBe(true);
    expect(await hasher.verify(one, 'Ma4-jian-shaN')).toBe(false);
  });

  test('T31 without an account nothing matches', async () => {
    expect(await new PasswordHasher().verify(undefined, '')).toBe(false);
  });

  test('a storm beyond the queue is turned away and the rest is served', async () => {
    const hasher = new PasswordHasher();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 210 }, () => hasher.verify(undefined, 'x')),
    );
    const turnedAway = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(turnedAway).toHaveLength(8);
    expect(
      turnedAway.every(({ reason }) => reason instanceof DomainError && reason.code === 'too_many'),
    ).toBe(true);
    expect(await hasher.verify(undefined, 'x')).toBe(false);
  });
});
