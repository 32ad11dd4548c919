import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import type { CivilDate } from '#kernel';
import type { Role } from '../../database/actor.js';
import { IsCivilDate } from '../../http/is-civil-date.js';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { UnitRef } from '../../http/refs.dto.js';
import { type ExtensionChain, extensionChains } from './extension-chain.js';

const roles = ['government_office', 'supervision_office', 'handler', 'head'] as const;
export const extensionStates = ['pending', 'approved', 'refused', 'withdrawn'] as const;
export type ExtensionState = (typeof extensionStates)[number];

export class NewExtension {
  /** The new due date itself, never a number of days. */
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  requestedOn: CivilDate;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  reason: string;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  progress: string;

  /** Evidence of the task that bears the reason out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];
}

export class ExtensionApproval {
  @IsInt()
  version: number;

  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  grantedOn: CivilDate;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  ground?: string;
}

export class ExtensionRefusal {
  @IsInt()
  version: number;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  ground: string;
}

export class SeenVersion {
  @IsInt()
  version: number;
}

export class NewDoor {
  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  untilOn: CivilDate;

  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  reason: string;
}

export class NewPauseRequest {
  @IsString()
  @IsFilledIn()
  @MaxLength(2000)
  reason: string;

  @IsCivilDate()
  @ApiProperty({ type: String, format: 'date' })
  expectedEndOn: CivilDate;
}

export class ChainChoice {
  @IsIn(extensionChains)
  @ApiProperty({ enum: extensionChains, enumName: 'ExtensionChain' })
  chain: ExtensionChain;
}

export class ExtensionDecisionView {
  step: number;
  @ApiProperty({ enum: ['approved', 'refused'] })
  outcome: 'approved' | 'refused';
  @ApiProperty({ type: String, format: 'date', nullable: true })
  grantedOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  ground: string | null;
  name: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class ExtensionEvidence {
  id: string;
  fileName: string;
  sha256: string;
}

export class ExtensionTask {
  id: string;
  number: string;
  title: string;
}

/** An extension request as a document: what was asked, who said what, what came of it. */
export class ExtensionView {
  id: string;
  number: string;
  task: ExtensionTask;
  unit: UnitRef;
  @ApiProperty({ type: String, format: 'date', description: 'the due date when it was asked' })
  dueOn: string;
  @ApiProperty({ type: String, format: 'date' })
  requestedOn: string;
  /** The date falls into a year whose calendar is not published. */
  provisional: boolean;
  reason: string;
  progress: string;
  evidence: ExtensionEvidence[];
  @ApiProperty({ enum: extensionStates, enumName: 'ExtensionState' })
  state: ExtensionState;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  grantedOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'working days the due date moved' })
  extendedDays: number | null;
  askedBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt: string;
  @ApiProperty({ enum: roles, isArray: true })
  chain: Role[];
  decisions: ExtensionDecisionView[];
  /** Whose turn it is, as people say it; null when it is decided. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  canDecide: boolean;
  canWithdraw: boolean;
  version: number;
}

export class DoorView {
  @ApiProperty({ type: String, format: 'date' })
  untilOn: string;
  reason: string;
  openedBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  openedAt: string;
}

export class PauseRequestView {
  id: string;
  reason: string;
  @ApiProperty({ type: String, format: 'date' })
  expectedEndOn: string;
  @ApiProperty({ enum: ['pending', 'approved', 'refused'], enumName: 'PauseRequestState' })
  state: 'pending' | 'approved' | 'refused';
  askedBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt: string;
  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  ground: string | null;
  version: number;
}

/** What a task's page shows of extensions and asked pauses, and what this reader may do. */
export class TaskExtensions {
  requests: ExtensionView[];
  doors: DoorView[];
  pauseRequests: PauseRequestView[];
  canAsk: boolean;
  /** Why not, when the reader's unit leads the task. */
  @ApiProperty({ type: String, nullable: true })
  whyNot: string | null;
  canOpenDoor: boolean;
  canAskPause: boolean;
  canDecidePause: boolean;
}

/** What a desk shows: what waits for the reader, what is under way, and what came of the reader's own requests. */
export class ExtensionDesk {
  @ApiProperty({ enum: extensionChains, enumName: 'ExtensionChain' })
  chain: ExtensionChain;
  waiting: ExtensionView[];
  underWay: ExtensionView[];
  decided: ExtensionView[];
}
