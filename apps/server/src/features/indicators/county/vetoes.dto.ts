import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { SchoolName } from './county-figures.dto.js';

const text = { type: String, nullable: true };
const day = { type: String, format: 'date' };
const states = ['suspected', 'open', 'cleared'] as const;
const state = { enum: states, enumName: 'VetoState' };
export type VetoStateName = (typeof states)[number];

export class ChangeVetoState {
  @ApiProperty(state)
  @IsIn(states)
  state: VetoStateName;

  @IsFilledIn()
  @MaxLength(500)
  ground: string;

  @ApiProperty({ ...day, description: 'from which day on it stands so' })
  @IsCivilDate()
  stateOn: string;
}

export class NewVetoEvent extends ChangeVetoState {
  @IsString()
  @MaxLength(40)
  veto: string;

  @ApiProperty(day)
  @IsCivilDate()
  occurredOn: string;

  @ApiProperty({ ...text, required: false, description: 'code; absent: not about one school' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  school?: string | null;

  @IsFilledIn()
  @MaxLength(200)
  source: string;

  /** Without names and numbers of persons. */
  @IsFilledIn()
  @MaxLength(1000)
  description: string;
}

export class VetoMade {
  id: string;
}

export class VetoStateRow {
  @ApiProperty(state)
  state: VetoStateName;
  ground: string;
  @ApiProperty(day)
  on: string;
  recordedBy: string;
  @ApiProperty(day)
  recordedOn: string;
}

export class VetoEventRow {
  id: string;
  @ApiProperty(day)
  occurredOn: string;
  @ApiProperty(text)
  school: string | null;
  @ApiProperty(text)
  schoolName: string | null;
  source: string;
  description: string;
  @ApiProperty(state)
  state: VetoStateName;
  /** The newest first. */
  states: VetoStateRow[];
}

export class VetoItem {
  id: string;
  name: string;
  @ApiProperty({ enum: ['met', 'unmet', 'to_verify'], enumName: 'VetoVerdict' })
  verdict: 'met' | 'unmet' | 'to_verify';
  basisText: string;
  events: VetoEventRow[];
}

export class VetoRegister {
  @ApiProperty(day)
  asOf: string;
  schools: SchoolName[];
  vetoes: VetoItem[];
  mayWrite: boolean;
}
