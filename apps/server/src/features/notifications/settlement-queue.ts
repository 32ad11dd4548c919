import type { SettledMessage } from './settle-messages.js';

/** Writes down results in groups: while one statement is under way, the next results gather. */
export class SettlementQueue {
  private waiting: SettledMessage[] = [];
  private writing = false;
  private underWay = 0;

  constructor(
    private readonly write: (messages: readonly SettledMessage[]) => Promise<void>,
    private readonly onWritten: (error?: unknown) => void,
  ) {}

  /** Results not yet written down. */
  get unrecorded(): number {
    return this.waiting.length + this.underWay;
  }

  add(message: SettledMessage): void {
    this.waiting.push(message);
    if (!this.writing) void this.drain();
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      this.underWay = group.length;
      try {
        await this.write(group);
        this.underWay = 0;
        this.onWritten();
      } catch (error) {
        // The leases of these run out, and they are sent again under the same Message-ID.
        this.underWay = 0;
        this.onWritten(error);
      }
    }
    this.writing = false;
  }
}
