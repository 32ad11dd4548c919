import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

export const holdReasons = ['stale', 'many_people', 'address_suspended'] as const;
export type HoldReason = (typeof holdReasons)[number];

export class SendingStopView {
  @ApiProperty({ enum: ['operator', 'restored'] })
  reason: 'operator' | 'restored';
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  at: string;
}

/** Messages written together and held for one reason. */
export class HeldGroup {
  @ApiProperty({ enum: holdReasons, enumName: 'HoldReason' })
  reason: HoldReason;
  messages: number;
  people: number;
  oldestAt: string;
}

export class SuspendedMailbox {
  accountId: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  address: string;
  failures: number;
  lastError: string;
  suspendedAt: string;
}

/** What waits for a person's decision before it goes out. */
export class HoldsView {
  @ApiProperty({ type: SendingStopView, nullable: true })
  stop: SendingStopView | null;
  held: HeldGroup[];
  suspended: SuspendedMailbox[];
  peopleLimit: number;
  /** Robots in use whose address the key does not open: their messages wait until it is entered again. */
  unreadableRobots: number;
  /** May release, drop and switch; the others only see the mailboxes of their unit. */
  mayDecide: boolean;
}

export class HoldDecision {
  @ApiProperty({ enum: ['send', 'drop'] })
  @IsIn(['send', 'drop'])
  decision: 'send' | 'drop';
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class DecisionRow {
  id: string;
  /** false: it was no longer held. */
  done: boolean;
}

export class DecisionResult {
  rows: DecisionRow[];
}

export class SendingChange {
  @MayBeAbsent()
  @IsBoolean()
  off?: boolean;
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(100_000)
  peopleLimit?: number;
}
