import type { SettledMessage } from './settle-messages.js';

interface Waiting {
  readonly message: SettledMessage;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes down results in groups: while one statement is under way, the next results gather. Whoever hands one in waits
 * until it is written, so no sender ever has more than one mail that is out and not recorded.
 */
export class SettlementQueue {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly write: (messages: readonly SettledMessage[]) => Promise<void>) {}

  add(message: SettledMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      if (!this.writing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        await this.write(group.map((one) => one.message));
        for (const one of group) one.resolve();
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    this.writing = false;
  }
}
