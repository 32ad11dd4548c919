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
  effectiveDueOn: string;
  ruleName: string;
}

export class DryRunMessage {
  accountId: string;
  personName: string;
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
  reminders: number;
  /** Milder rules of the same day, recorded and not sent. */
  superseded: number;
}
