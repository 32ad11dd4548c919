import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Clock } from '#kernel';
import { DataSource } from 'typeorm';
import { CLOCK } from '../../database/core.module.js';
import { EvidenceStore } from './evidence-store.js';
import { sweepEvidence } from './sweep-evidence.js';

const everyMs = 3_600_000;

/** Sweeps the store at start-up and every hour. Two processes may do it at once: the sweep takes a lock. */
@Injectable()
export class EvidenceSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('evidence');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void (this.running = this.sweep()), everyMs);
    this.running = this.sweep();
    await this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** A store that cannot be swept is no reason not to serve; the log says what is wrong with it. */
  private async sweep(): Promise<void> {
    try {
      const { unfinished, quarantined } = await this.dataSource.transaction((manager) =>
        sweepEvidence(manager, this.store, this.clock.now()),
      );
      if (unfinished > 0) this.logger.log(`清理未完成的上传 ${unfinished} 个`);
      if (quarantined.length > 0) {
        this.logger.warn(`无登记的文件移入隔离区 ${quarantined.length} 个：${quarantined.join('、')}`);
      }
    } catch (error) {
      this.logger.error('清理佐证目录失败', error);
    }
  }
}
