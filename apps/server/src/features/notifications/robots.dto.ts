import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsFilledIn } from '../../http/is-filled-in.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';

export const robotChannels = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotChannel = (typeof robotChannels)[number];

/** A robot as its keepers see it: where it posts to is told only by the last characters. */
export class RobotRow {
  id: string;
  @ApiProperty({ enum: robotChannels, enumName: 'RobotChannel' })
  channel: RobotChannel;
  name: string;
  /** false: the key of the data folder does not open its address, which has to be entered again. */
  readable: boolean;
  @ApiProperty({ type: String, nullable: true })
  host: string | null;
  @ApiProperty({ type: String, nullable: true })
  urlEnding: string | null;
  signed: boolean;
  active: boolean;
  waiting: number;
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
  version: number;
}

/** Where a robot posts to, and what it signs with. */
class RobotAddressInput {
  @IsString()
  @IsFilledIn()
  @MaxLength(500)
  url: string;
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((robot: RobotAddressInput) => robot.secret !== null)
  @IsString()
  @MaxLength(200)
  secret: string | null;
}

export class NewRobot extends RobotAddressInput {
  @ApiProperty({ enum: robotChannels, enumName: 'RobotChannel' })
  @IsIn(robotChannels)
  channel: RobotChannel;
  @IsString()
  @IsFilledIn()
  @MaxLength(40)
  name: string;
}

export class RobotAddressChange extends RobotAddressInput {
  @IsInt()
  version: number;
}

export class RobotChange {
  @IsInt()
  version: number;
  @MayBeAbsent()
  @IsString()
  @IsFilledIn()
  @MaxLength(40)
  name?: string;
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;
}
