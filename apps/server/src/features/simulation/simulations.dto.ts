import { rungIssues, type RungIssue } from '#campaign-pack';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { IsCivilDate } from '../../http/is-civil-date.js';

export class SimulationRequest {
  @IsUUID()
  ladderVersionId: string;

  @IsCivilDate()
  from: string;

  @IsCivilDate()
  to: string;
}

export const simulationStates = ['running', 'done', 'failed'] as const;
export type SimulationState = (typeof simulationStates)[number];

export class PaperCount {
  @ApiProperty({ enum: rungIssues, enumName: 'RungIssue' })
  kind: RungIssue;
  count: number;
}

export class RaisedCount {
  rung: string;
  count: number;
}

export class ChannelCount {
  /** `inbox` or how it left the house, such as `mail`. */
  channel: string;
  messages: number;
}

export class RecipientCount {
  person: string;
  messages: number;
}

export class UnitLoadRow {
  unit: string;
  open: number;
  overdue: number;
}

export class SimulationMonth {
  month: string;
  assigned: number;
  closed: number;
  /** At the end of the month. */
  overdue: number;
  /** Of these by the rung they stand on; what stands on none is left out. */
  overdueByRung: RaisedCount[];
  raised: RaisedCount[];
  extensions: number;
  papers: number;
  paperKinds: PaperCount[];
  messages: number;
  digests: number;
  sent: number;
  withdrawn: number;
  held: number;
  released: number;
  channels: ChannelCount[];
  people: number;
  mostForOnePerson: number;
  /** Most first. */
  recipients: RecipientCount[];
  load: UnitLoadRow[];
}

export class SimulationOutcome {
  behaviour: string;
  workingDays: number;
  tasks: number;
  messages: number;
  papers: number;
  months: SimulationMonth[];
}

export class SimulationRow {
  id: string;
  ladderVersionId: string;
  ladderNumber: number;
  ladderName: string;
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  @ApiProperty({ enum: simulationStates, enumName: 'SimulationState' })
  state: SimulationState;
  /** Of the way behind, 0 to 1. */
  share: number;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
  askedBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt: string;
  @ApiProperty({ type: Number, nullable: true })
  messages: number | null;
  @ApiProperty({ type: Number, nullable: true })
  papers: number | null;
}

export class Simulations {
  items: SimulationRow[];
  /** Of what can be simulated: the plan this campaign was made from; null when it has none. */
  @ApiProperty({ type: String, nullable: true })
  pack: string | null;
}

export class SimulationView extends SimulationRow {
  @ApiProperty({ type: SimulationOutcome, nullable: true })
  result: SimulationOutcome | null;
}
