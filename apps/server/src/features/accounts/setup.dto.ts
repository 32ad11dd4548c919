import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { loginPattern, longestName, namePattern } from './account.dto.js';

const longestCode = 40;
const longestPasswordInput = 200;
const longestPackId = 60;
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
  @IsString()
  @MaxLength(longestPackId)
  packId: string | null;

  /** Default: the pack's own name. */
  @IsOptional()
  @IsString()
  @Matches(namePattern)
  @MaxLength(longestCampaignName)
  campaignName?: string;
}
