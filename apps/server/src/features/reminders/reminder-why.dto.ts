import { rungColours, type RungColour } from '#campaign-pack';
import { ApiProperty } from '@nestjs/swagger';

export const whyOutcomes = ['planned', 'sent', 'held', 'suppressed', 'failed'] as const;
export type WhyOutcome = (typeof whyOutcomes)[number];

export class WhyPerson {
  accountId: string;
  name: string;
  /** null: the government office. */
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

/** A rung of the ladder. */
export class WhyRung {
  rung: number;
  @ApiProperty({ enum: rungColours, enumName: 'RungColour' })
  colour: RungColour;
}

/** One rule or rung for one task and person: what became of it, or will. */
export class WhyRow {
  @ApiProperty({ enum: whyOutcomes, enumName: 'WhyOutcome' })
  outcome: WhyOutcome;
  /** The day it was decided, or will be. */
  @ApiProperty({ type: String, format: 'date' })
  on: string;
  /** When it left the house. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;
  /** Of the rule or the rung. */
  ruleName: string;
  /** null: by a rule. */
  @ApiProperty({ type: WhyRung, nullable: true })
  rung: WhyRung | null;
  /** Why the task came to the rung, with the reason of whoever raised it; null also for who may not see the task. */
  @ApiProperty({ type: String, nullable: true })
  ground: string | null;
  /** Why it was not sent, or not yet. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The due day it spoke of, and whether that is still the one that counts. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  dueStands: boolean;
  /** null: the rung found nobody. */
  @ApiProperty({ type: WhyPerson, nullable: true })
  person: WhyPerson | null;
  task: WhyTask;
  @ApiProperty({ type: String, nullable: true })
  messageId: string | null;
}

export class TaskReminders {
  task: WhyTask;
  /** Why nothing more is planned, when that has one reason for all. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** Why no mail leaves at present, whomever it is for. */
  @ApiProperty({ type: String, nullable: true })
  blocked: string | null;
  @ApiProperty({ type: String, format: 'date' })
  nextRunOn: string;
  /** The coming ones, the next first. */
  coming: WhyRow[];
  /** What was decided, the latest first. */
  past: WhyRow[];
}

export class PersonReminders {
  person: WhyPerson;
  /** Why no mail leaves at present, whomever it is for. */
  @ApiProperty({ type: String, nullable: true })
  blocked: string | null;
  @ApiProperty({ type: String, format: 'date' })
  nextRunOn: string;
  /** The coming ones are told up to this day: less far when there are very many. */
  @ApiProperty({ type: String, format: 'date' })
  until: string;
  coming: WhyRow[];
  past: WhyRow[];
}
