import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';

/** School data that have just been confirmed. */
export interface ConfirmedDataSet {
  readonly id: string;
  readonly importId: string;
  readonly asOf: CivilDate;
  readonly fileName: string;
  readonly sha256: string;
  /** Rows with errors that were left out: what is not there may only be unread. */
  readonly skipped: number;
  /** 0: the file had no 班级情况表. */
  readonly classes: number;
}

export type DataSetFollower = (work: Work, dataSet: ConfirmedDataSet) => Promise<void>;

/** A port: whoever has to do something about new school data does it in the transaction that confirms them. */
@Injectable()
export class DataSetFollowers {
  private readonly followers: DataSetFollower[] = [];

  register(follower: DataSetFollower): void {
    this.followers.push(follower);
  }

  async follow(work: Work, dataSet: ConfirmedDataSet): Promise<void> {
    for (const follower of this.followers) await follower(work, dataSet);
  }
}
