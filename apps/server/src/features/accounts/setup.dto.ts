import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { packIds } from '#campaign-pack';
import { loginPattern, longestName, namePattern } from './account.dto.js';

const longestCode = 40;
const longestPasswordInput = 200;
const longestCampaignName = 100;

export class SetupRequest {
  /** The one-time code from the server's console. */
  @IsString()
  @MaxLength(longestCode)
  code: string;

  @IsString()
  @Matches(loginPattern)
  login: string;

  @IsString()
  @Matches(namePattern)
  @MaxLength(longestName)
  name: string;

  @IsString()
  @MaxLength(longestPasswordInput)
  password: string;

  /** The pack of the first campaign; null to load one later. */
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((request: SetupRequest) => request.packId !== null)
  @IsIn(packIds())
  packId: string | null;

  /** Default: the pack's own name. */
  @IsOptional()
  @IsString()
  @Matches(namePattern)
  @MaxLength(longestCampaignName)
  campaignName?: string;
}
