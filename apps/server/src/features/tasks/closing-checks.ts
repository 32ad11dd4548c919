import { Injectable } from '@nestjs/common';
import type { Work } from '../../database/unit-of-work.js';
import type { DataCheck } from './data-check.dto.js';
import { readGaps, type TaskGap } from './task-gaps.js';

/** What the newest data say to the gaps a task was made from. */
export type ClosingCheck = (work: Work, gaps: readonly TaskGap[]) => Promise<DataCheck>;

/** The place where whoever knows the data gives its answer, so that tasks need not know of indicators (ADR 0008). */
@Injectable()
export class ClosingChecks {
  private check: ClosingCheck | undefined;

  register(check: ClosingCheck): void {
    this.check = check;
  }

  /** @returns null for a task that was not made from a gap */
  async ofTask(work: Work, taskId: string): Promise<DataCheck | null> {
    const gaps = await readGaps(work, taskId);
    if (gaps.length === 0) return null;
    if (!this.check) throw new Error('nobody has registered a closing check');
    return this.check(work, gaps);
  }
}

/** For tasks that were surely not made from gaps. */
export const noClosingChecks: Pick<ClosingChecks, 'ofTask'> = { ofTask: () => Promise.resolve(null) };
