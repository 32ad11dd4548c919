import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Role } from '../../database/actor.js';
import { UnitRef } from '../../http/refs.dto.js';
import { IsMailAddress } from './is-mail-address.js';
import { roles } from './session.dto.js';

// Starts with a letter; what is typed by hand every day stays short.
export const loginPattern = /^[A-Za-z][A-Za-z0-9._-]{2,39}$/;
/** No control characters and no space at either end: the name goes into mails and official papers. */
export const namePattern = /^[^\p{C}\s](?:[^\p{C}]*[^\p{C}\s])?$/u;
export const longestName = 40;
const longestSearch = 60;

export class AccountMembership {
  campaignId: string;
  @ApiProperty({ enum: roles, enumName: 'Role' })
  role: Role;
  @ApiProperty({ type: UnitRef, nullable: true })
  unit: UnitRef | null;
  /** 主要负责人 of the unit. */
  unitLeader: boolean;
}

export class AccountRow {
  id: string;
  login: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  administrator: boolean;
  active: boolean;
  mustChangePassword: boolean;
  demo: boolean;
  @ApiProperty({ type: AccountMembership, nullable: true })
  membership: AccountMembership | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSignedInAt: string | null;
  version: number;
}

export class AccountPage {
  items: AccountRow[];
  total: number;
  /** Give it as `after` to read on. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class CreatedAccount {
  account: AccountRow;
  /** Shown this once and stored nowhere. */
  initialPassword: string;
}

export class InitialPassword {
  /** Shown this once and stored nowhere. */
  initialPassword: string;
}

export class AccountSearch {
  /** Part of login name, name, or unit name. */
  @IsOptional()
  @IsString()
  @MaxLength(longestSearch)
  q?: string;

  @IsOptional()
  @IsUUID()
  after?: string;
}

export class MembershipChoice {
  @IsUUID()
  campaignId: string;

  @ApiProperty({ enum: roles, enumName: 'Role' })
  @IsIn(roles)
  role: Role;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  /** 主要负责人 of the unit, heads only; absent: as it is while the person stays head of the same unit, else no. */
  @IsOptional()
  @IsBoolean()
  unitLeader?: boolean;
}

export class NewAccount {
  @IsString()
  @Matches(loginPattern)
  login: string;

  @IsString()
  @Matches(namePattern)
  @MaxLength(longestName)
  name: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @IsOptional()
  @IsBoolean()
  administrator?: boolean;

  @ApiProperty({ type: MembershipChoice, nullable: true, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => MembershipChoice)
  membership?: MembershipChoice | null;
}

export class AccountChange {
  @IsInt()
  @Min(1)
  version: number;

  @ValidateIf((change: AccountChange) => change.name !== undefined)
  @IsString()
  @Matches(namePattern)
  @MaxLength(longestName)
  name?: string;

  /** null removes the address. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  /** null takes the person out of every campaign. */
  @ApiProperty({ type: MembershipChoice, nullable: true, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => MembershipChoice)
  membership?: MembershipChoice | null;
}

export class Deactivation {
  @IsInt()
  @Min(1)
  version: number;

  /** The account that becomes handler of the unit instead. */
  @IsOptional()
  @IsUUID()
  handOverTo?: string;
}

export class Reactivation {
  @IsInt()
  @Min(1)
  version: number;
}
