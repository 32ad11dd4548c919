import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the package's default variant) with OWASP's figures: about 20 ms on a small machine. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const longestQueue = 200;
/** Made with `strength` from a random text nobody kept: unknown names cost as long as known ones. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$rH6CbnefUynl0AdTsmqG6A$3VWVhihO0sxFs6joqsN4ZZgIDxWSB9kep3UKHAJzx5w';

/**
 * Hashes and verifies passwords, two at a time: a storm of sign-ins waits here and leaves the other threads to files
 * and network.
 */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, strength));
  }

  /** @param passwordHash undefined: there is no such account; the check takes its time all the same */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const matches = await this.inTurn(() => verify(passwordHash ?? nobodysHash, password));
    return matches && passwordHash !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  private async acquire(): Promise<void> {
    if (this.running < atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= longestQueue) throw new DomainError('too_many');
    await new Promise<void>((admit) => this.waiting.push(admit));
  }

  /** Hands the place to the next in line, or gives it up. */
  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
