import { ApiProperty } from '@nestjs/swagger';

export const whyOutcomes = ['planned', 'sent', 'held', 'suppressed', 'failed'] as const;
export type WhyOutcome = (typeof whyOutcomes)[number];

export class WhyPerson {
  accountId: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
}

export class WhyTask {
  id: string;
  number: string;
  /** null for who may not see the task. */
  @ApiProperty({ type: String, nullable: true })
  title: string | null;
}

/** One rule for one task and person: what became of it, or will. */
export class WhyRow {
  @ApiProperty({ enum: whyOutcomes, enumName: 'WhyOutcome' })
  outcome: WhyOutcome;
  /** The day it was decided, or will be. */
  @ApiProperty({ type: String, format: 'date' })
  on: string;
  /** When it left the house. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;
  ruleName: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The due day it spoke of, and whether that is still the one that counts. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  dueStands: boolean;
  person: WhyPerson;
  task: WhyTask;
  @ApiProperty({ type: String, nullable: true })
  messageId: string | null;
}

export class TaskReminders {
  task: WhyTask;
  /** Why nothing more is planned, when that has one reason for all. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ type: String, format: 'date' })
  nextRunOn: string;
  /** The coming ones, the next first. */
  coming: WhyRow[];
  /** What was decided, the latest first. */
  past: WhyRow[];
}

export class PersonReminders {
  person: WhyPerson;
  @ApiProperty({ type: String, format: 'date' })
  nextRunOn: string;
  /** The coming ones are told up to this day. */
  @ApiProperty({ type: String, format: 'date' })
  until: string;
  coming: WhyRow[];
  past: WhyRow[];
}
