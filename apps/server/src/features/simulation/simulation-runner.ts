import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { StartUpError } from '../../config/start-up-error.js';
import { CLOCK } from '../../database/core.module.js';
import { withScratchDatabase } from '../../database/scratch-database.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { systemActor } from '../../jobs/system-actor.js';
import { loadPublishedCalendar } from '../../prepare.js';
import { runSimulation, type SimulationResult } from './run-simulation.js';
import { readSimulationInput } from './simulated-rules.queries.js';

const betweenBeatsMs = 1_000;

/** Runs what was asked for, beside the server's other work, and notes how far it is. */
@Injectable()
export class SimulationRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('simulation');
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins as soon as the one before it has ended; whoever asked looks at the row. */
  start(campaignId: string, id: string): void {
    this.running = this.running.then(() => this.run(campaignId, id));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async run(campaignId: string, id: string): Promise<void> {
    try {
      const result = await this.simulate(campaignId, id);
      await this.note(campaignId, id, { state: 'done', share: 1, result });
    } catch (error) {
      await this.noteFailure(campaignId, id, this.reasonOf(error));
    }
  }

  private async simulate(campaignId: string, id: string): Promise<SimulationResult> {
    const { dataSource } = this.unitOfWork;
    const scope = { actor: systemActor, campaignId };
    const input = await this.unitOfWork.read(scope, (work) => readSimulationInput(work, id));
    let beatAt = this.clock.now();
    const onDay = async (share: number): Promise<void> => {
      if (this.stopping) throw new Error('the server stops');
      const nowMs = this.clock.now();
      if (nowMs - beatAt < betweenBeatsMs) return;
      beatAt = nowMs;
      await this.note(campaignId, id, { state: 'running', share });
    };
    return withScratchDatabase(dataSource, async (scratch) => {
      await loadPublishedCalendar(scratch);
      return runSimulation(scratch, { ...input, onDay });
    });
  }

  private reasonOf(error: unknown): string {
    if (this.stopping) return '推演中途停止（程序停机），请重新推演。';
    if (error instanceof DomainError || error instanceof StartUpError) return error.message;
    this.logger.error('failed', error instanceof Error ? error.stack : String(error));
    return '推演出错，原因在服务器日志里，请联系系统管理员。';
  }

  private async noteFailure(campaignId: string, id: string, error: string): Promise<void> {
    try {
      await this.note(campaignId, id, { state: 'failed', share: 0, error });
    } catch (failure) {
      this.logger.error(`simulation ${id}`, failure);
    }
  }

  private async note(
    campaignId: string,
    id: string,
    word: { state: string; share: number; result?: SimulationResult; error?: string },
  ): Promise<void> {
    await this.unitOfWork.dataSource.query(
      `UPDATE simulation_run SET state = $3, share = $4, result = $5, error = $6, beat_at = $7
       WHERE campaign_id = $1 AND id = $2 AND state = 'running'`,
      [
        campaignId,
        id,
        word.state,
        word.share,
        word.result ?? null,
        word.error ?? null,
        new Date(this.clock.now()),
      ],
    );
  }
}
