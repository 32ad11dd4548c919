import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCivilDate } from '../../http/is-civil-date.js';

export class DryRunQuery {
  /** Today when left out. */
  @IsOptional()
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date', required: false })
  on?: string;
}

export class DryRunTask {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveDueOn: string | null;
  /** Of the rule, or of the rung that is told instead. */
  ruleName: string;
  /** The place of the rung on the ladder; null: by a rule. */
  @ApiProperty({ type: Number, nullable: true })
  rung: number | null;
  /** Why it comes to the rung. */
  @ApiProperty({ type: String, nullable: true })
  ground: string | null;
}

export class DryRunMessage {
  accountId: string;
  personName: string;
  /** null: the government office. */
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  hasAddress: boolean;
  tasks: DryRunTask[];
}

export class DryRunRule {
  code: string;
  name: string;
  reminders: number;
  people: number;
}

/** A rung of the ladder that tasks come to on that day. */
export class DryRunRung {
  rung: number;
  name: string;
  /** Tasks that come to it and tell somebody, told of by that day's messages. */
  tasks: number;
  people: number;
  /** Tasks that pass it by, because it finds nobody. */
  skipped: number;
}

/** What the runs of a day would send if nothing changed until then. */
export class DryRunView {
  on: string;
  /** Nothing goes out on other days. */
  workingDay: boolean;
  /** The first day a run is still to come; what is missed so far is sent then. */
  firstRunOn: string;
  /** The day lies in a year whose working days are not published. */
  provisional: boolean;
  messages: DryRunMessage[];
  rules: DryRunRule[];
  /** From mild to severe; none while the ladder rests. */
  rungs: DryRunRung[];
  /** Lines of the messages that speak of a date. */
  reminders: number;
  /** Lines of the messages that speak of a rung. */
  raised: number;
  /** Milder rules of the same day, and those that yield to a rung: recorded and not sent. */
  superseded: number;
}
