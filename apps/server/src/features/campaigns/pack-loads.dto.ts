import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class NewCampaign {
  @IsString()
  @Matches(/^[a-z0-9-]{1,50}$/)
  packId: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  @ApiProperty({ type: String, required: false })
  name?: string;
}

export class PackLoadRequest {
  /** Fingerprint of the pack that was previewed. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  fingerprint: string;
}

export class CampaignCreated {
  id: string;
  name: string;
}
