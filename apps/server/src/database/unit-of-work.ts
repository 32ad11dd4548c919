import type { CivilDate, WorkdayCalendar } from '#kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from './actor.js';
import type { BusinessTime } from './business-time.js';
import type { FaultPoints } from './fault-points.js';

/** All that an operation may know of the outside: one transaction, who acts, and one instant for the whole of it. */
export interface Work {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly campaignId: string;
  /** Business time: the real clock, or the exercise date's. */
  readonly now: Date;
  readonly today: CivilDate;
  /** Whether an exercise date is set: nothing made now may leave the house. */
  readonly exercise: boolean;
  /** The national calendar with the campaign's local days on top. */
  readonly calendar: WorkdayCalendar;
  /** A named place where tests make the program fail. */
  fault(point: string): Promise<void>;
  newId(): string;
}

export interface WorkScope {
  readonly actor: Actor;
  readonly campaignId: string;
}

/** Opens the transactions: operations receive one and never open their own. */
export class UnitOfWork {
  constructor(
    readonly dataSource: DataSource,
    private readonly time: BusinessTime,
    private readonly faults: FaultPoints,
  ) {}

  async run<T>(scope: WorkScope, operation: (work: Work) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const result = await operation(await this.work(manager, scope));
      await this.faults.reach('before-commit');
      return result;
    });
  }

  /** For reads: one snapshot, so that the numbers of one answer agree with each other. */
  async read<T>(scope: WorkScope, query: (work: Work) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) =>
      query(await this.work(manager, scope)),
    );
  }

  private async work(manager: EntityManager, scope: WorkScope): Promise<Work> {
    const moment = await this.time.moment(manager, scope.campaignId);
    return {
      manager,
      actor: scope.actor,
      campaignId: scope.campaignId,
      now: new Date(moment.now),
      today: moment.today,
      exercise: moment.exerciseDate !== null,
      calendar: moment.calendar,
      fault: (point) => this.faults.reach(point),
      newId: () => v7(),
    };
  }
}
