const minuteMs = 60_000;

/**
 * Keeps the mails of any minute within what the mail server allows. Nodemailer's own `rateLimit` lets a mail wait
 * inside its attempt, where its patience and its lease run out; so no more mails are claimed than may go out.
 */
export class MailRate {
  private underWay = 0;
  private ended: readonly number[] = [];

  constructor(private readonly perMinute: number) {}

  /** @returns how many of the wished may be claimed now; each of them is to be ended or given back */
  reserve(wished: number, nowMs: number): number {
    this.ended = this.ended.filter((at) => at > nowMs - minuteMs && at <= nowMs);
    const room = Math.max(0, Math.min(wished, this.perMinute - this.underWay - this.ended.length));
    this.underWay += room;
    return room;
  }

  /** A mail counts from its end, when the server has surely seen it. */
  end(nowMs: number): void {
    this.underWay -= 1;
    this.ended = [...this.ended, nowMs];
  }

  /** Of those reserved, so many were not handed over. */
  giveBack(count: number): void {
    this.underWay -= count;
  }
}
