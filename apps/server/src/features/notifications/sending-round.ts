import { SettlementQueue } from './settlement-queue.js';
import type { SettledMessage } from './settle-messages.js';

interface RoundParts<Message> {
  readonly senders: number;
  readonly slowSenders: number;
  /** Sent and not yet written down, those under way included. */
  readonly unrecordedAtMost: number;
  /** The next messages, claimed; empty: ask again; undefined: there are no more. */
  readonly take: () => Promise<readonly Message[] | undefined>;
  readonly send: (message: Message) => Promise<SettledMessage>;
  readonly settle: (messages: readonly SettledMessage[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

// Twenty times what a mail usually takes: whoever needs longer gets a stand-in.
const slowAfterMs = 1_000;

/**
 * One round of sending with a fixed number of quick senders. A mail that takes long no longer counts as one of them, so
 * that mailboxes that hang hold up nobody else (R-19, T09).
 */
export class SendingRound<Message> {
  private readonly waiting: Message[] = [];
  private readonly settlements: SettlementQueue;
  private active = 0;
  private slow = 0;
  private taking: Promise<void> | undefined;
  private exhausted = false;
  private wake: () => void = () => undefined;

  constructor(private readonly parts: RoundParts<Message>) {
    this.settlements = new SettlementQueue(parts.settle, (error) => {
      if (error !== undefined) this.fail(error);
      this.wake();
    });
  }

  async run(): Promise<void> {
    while (!this.exhausted || this.waiting.length > 0 || this.unfinished()) {
      if (!this.exhausted && !this.taking && this.waiting.length < 2 * this.parts.senders) this.refill();
      const message = this.hasRoom() ? this.waiting.shift() : undefined;
      if (message === undefined) await this.change();
      else void this.deliver(message);
    }
  }

  private hasRoom(): boolean {
    const { senders, slowSenders, unrecordedAtMost } = this.parts;
    const quick = this.active - this.slow;
    const recorded = quick + this.settlements.unrecorded < unrecordedAtMost;
    return quick < senders && this.active < senders + slowSenders && recorded;
  }

  private unfinished(): boolean {
    return this.active > 0 || this.taking !== undefined || this.settlements.unrecorded > 0;
  }

  private fail(error: unknown): void {
    this.exhausted = true;
    this.parts.onError(error);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  private refill(): void {
    this.taking = this.parts
      .take()
      .then(
        (messages) => (messages ? void this.waiting.push(...messages) : void (this.exhausted = true)),
        (error: unknown) => this.fail(error),
      )
      .finally(() => {
        this.taking = undefined;
        this.wake();
      });
  }

  private async deliver(message: Message): Promise<void> {
    this.active += 1;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.slow += 1;
      this.wake();
    }, slowAfterMs);
    try {
      this.settlements.add(await this.parts.send(message));
    } catch (error) {
      this.fail(error);
    } finally {
      clearTimeout(timer);
      this.active -= 1;
      if (late) this.slow -= 1;
      this.wake();
    }
  }
}
