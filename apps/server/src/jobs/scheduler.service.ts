import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Clock } from '#kernel';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../config/server-config.js';
import { CLOCK, CONFIG } from '../database/core.module.js';
import { UnitOfWork, type Work } from '../database/unit-of-work.js';
import { runEscalation, runLadderCheck } from '../features/escalation/escalation.module.js';
import { OutboxDelivery } from '../features/notifications/notifications.module.js';
import { runReminders } from '../features/reminders/reminders.module.js';
import { runOverdueReport } from '../features/reports/reports.module.js';
import { beat, tickMs } from './heartbeat.js';
import { systemActor } from './system-actor.js';

// Tests move the clock by hand and should not have to wait for it.
const testTickMs = 200;
const jobs: readonly ((work: Work, origin: string) => Promise<boolean>)[] = [
  runEscalation,
  runLadderCheck,
  runReminders,
  runOverdueReport,
];

/**
 * Wakes scheduled work, and does nothing else: every job claims its slot in the database first, so it does not matter
 * how many processes wake, how often, or whether a wake-up is missed. Two rounds of one kind never overlap
 * in a process.
 */
@Injectable()
export class SchedulerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('scheduler');
  private readonly rounds = new Map<string, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delivery: OutboxDelivery,
    private readonly registry: SchedulerRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.scheduler) return;
    const everyMs = this.config.test?.clockFile ? testTickMs : tickMs;
    this.wake('plan', everyMs, () => this.tick());
    this.wake('deliver', everyMs, () => this.deliver());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    // First, for the rounds below wait for what is being sent.
    this.delivery.stop();
    for (const name of this.registry.getIntervals()) this.registry.deleteInterval(name);
    await Promise.all(this.rounds.values());
  }

  /** One round of planning over all campaigns. */
  async tick(): Promise<void> {
    await beat(this.dataSource.manager, this.clock.now());
    for (const campaignId of await this.campaigns()) {
      for (const job of jobs) {
        if (this.stopping) return;
        await this.guard(`${job.name} of campaign ${campaignId}`, () =>
          this.unitOfWork.run({ actor: systemActor, campaignId }, (work) => job(work, this.config.origin)),
        );
      }
    }
  }

  /** One round of delivery over all campaigns. */
  async deliver(): Promise<void> {
    for (const campaignId of await this.campaigns()) {
      if (!this.stopping) await this.delivery.deliver(campaignId);
    }
  }

  private wake(name: string, everyMs: number, round: () => Promise<void>): void {
    const start = (): void => {
      if (this.rounds.has(name)) return;
      const running = this.guard(name, round).finally(() => this.rounds.delete(name));
      this.rounds.set(name, running);
    };
    start();
    this.registry.addInterval(name, setInterval(start, everyMs));
  }

  /** What fails is logged and tried again at the next tick; it keeps no other campaign or job from its turn. */
  private async guard(name: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.logger.error(`${name} failed`, error instanceof Error ? error.stack : String(error));
    }
  }

  private async campaigns(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(`SELECT id FROM campaign ORDER BY id`);
    return rows.map((row) => row.id);
  }

  private get dataSource(): DataSource {
    return this.unitOfWork.dataSource;
  }
}
