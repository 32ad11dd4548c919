import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';

export interface TimelineMilestone {
  /** The same for as long as the milestone exists; unique within its line. */
  readonly key: string;
  readonly name: string;
  readonly dueOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
}

/** Something with a course of its own beside the tasks, such as a building project. */
export interface TimelineLine {
  readonly id: string;
  readonly title: string;
  readonly unitName: string | null;
  /** How it stands, in the words of its own page. */
  readonly stateName: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  /** Address of its page; null when it has none. */
  readonly link: string | null;
  readonly milestones: readonly TimelineMilestone[];
}

export type TimelineKind = 'project';
export type TimelineReader = (work: Work) => Promise<readonly TimelineLine[]>;

/** The place where whoever keeps other courses hands them out; until somebody does, there are none. */
@Injectable()
export class TimelineSources {
  private readonly readers = new Map<TimelineKind, TimelineReader>();

  register(kind: TimelineKind, read: TimelineReader): void {
    this.readers.set(kind, read);
  }

  async read(work: Work, kind: TimelineKind): Promise<readonly TimelineLine[]> {
    return (await this.readers.get(kind)?.(work)) ?? [];
  }
}
