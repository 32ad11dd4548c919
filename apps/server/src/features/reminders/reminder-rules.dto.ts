import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { priorities, type Priority, sourceKinds, type SourceKind } from '../tasks/tasks.module.js';
import {
  type DayKind,
  dayKinds,
  type RecipientKind,
  recipientKinds,
  type ReminderRule,
} from './reminder-rule.js';

export class ReminderRuleRow implements ReminderRule {
  @IsString()
  @IsFilledIn()
  @MaxLength(40)
  name: string;

  /** Days from the due day: negative before it, 0 on it, positive after it. */
  @IsInt()
  @Min(-120)
  @Max(250)
  offsetDays: number;

  @IsIn(dayKinds)
  @ApiProperty({ enum: dayKinds, enumName: 'DayKind' })
  dayKind: DayKind;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(recipientKinds, { each: true })
  @ApiProperty({ enum: recipientKinds, enumName: 'RecipientKind', isArray: true })
  recipients: RecipientKind[];

  /** Of tasks made from these; empty: all. */
  @IsArray()
  @ArrayUnique()
  @IsIn(sourceKinds, { each: true })
  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind', isArray: true })
  sourceKinds: SourceKind[];

  /** Of tasks this urgent; empty: all. */
  @IsArray()
  @ArrayUnique()
  @IsIn(priorities, { each: true })
  @ApiProperty({ enum: priorities, enumName: 'Priority', isArray: true })
  priorities: Priority[];

  @IsBoolean()
  active: boolean;
}

export class RuleDraft {
  /** The whole set in its order; an empty one brings back the default rules. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReminderRuleRow)
  rules: ReminderRuleRow[];
}

export class RuleChange extends RuleDraft {
  /** Of the rules this change was made from. */
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class RuleChangeRow {
  version: number;
  at: string;
  actorName: string;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  before: ReminderRuleRow[];
  after: ReminderRuleRow[];
}

export class RuleSetView {
  version: number;
  usingDefaults: boolean;
  rules: ReminderRuleRow[];
  /** The latest first. */
  changes: RuleChangeRow[];
}

/** What one day's run sends. */
export class RunSize {
  messages: number;
  reminders: number;
}

export class RulePreview {
  /** The day of the next run. */
  on: string;
  current: RunSize;
  proposed: RunSize;
}
