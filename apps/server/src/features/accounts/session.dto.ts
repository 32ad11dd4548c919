import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Role } from '../../database/actor.js';
import { UnitRef } from '../../http/refs.dto.js';

export const roles = ['government_office', 'supervision_office', 'handler', 'head'] as const;
export const desks = ['assigning', 'handling', 'supervising'] as const;
export type Desk = (typeof desks)[number];

const longestInput = 200;

export class SignInRequest {
  @IsString()
  @MaxLength(longestInput)
  login: string;

  @IsString()
  @MaxLength(longestInput)
  password: string;
}

export class PasswordChangeRequest {
  @IsString()
  @MaxLength(longestInput)
  current: string;

  @IsString()
  @MaxLength(longestInput)
  next: string;
}

export class SessionAccount {
  id: string;
  login: string;
  name: string;
  administrator: boolean;
}

export class SessionCampaign {
  id: string;
  name: string;
  place: string;
  @ApiProperty({ enum: roles, enumName: 'Role' })
  role: Role;
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
  @ApiProperty({ enum: desks, enumName: 'Desk' })
  desk: Desk;
}

export class SessionView {
  account: SessionAccount;
  mustChangePassword: boolean;
  campaigns: SessionCampaign[];
  today: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  exerciseDate: string | null;
  /** Demo accounts exist and can be signed in with. */
  demo: boolean;
}
