import { setTimeout } from 'node:timers/promises';

/** Named places where a test makes the program throw, hang, or die; inert unless NODE_ENV=test set one. */
export class FaultPoints {
  private readonly point: string | undefined;
  private readonly nth: number;
  private readonly mode: string | undefined;
  private count = 0;

  /** @param fault `point:nth:throw|hang|kill9`, e.g. `after-smtp:1:kill9` */
  constructor(fault: string | undefined) {
    const [point, nth, mode] = fault?.split(':') ?? [];
    this.point = point;
    this.nth = Number(nth ?? 1);
    this.mode = mode;
  }

  async reach(point: string): Promise<void> {
    if (point !== this.point || ++this.count !== this.nth) return;
    if (this.mode === 'kill9') process.kill(process.pid, 'SIGKILL');
    if (this.mode === 'throw') throw new Error(`fault at ${point}`);
    await setTimeout(3_600_000);
  }
}
