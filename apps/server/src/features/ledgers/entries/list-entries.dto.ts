import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { classCategories, type ClassCategory } from '../ledger-reading.js';
import { type LedgerState, ledgerStates } from '../ledger-state.js';

const commaList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

export const entrySorts = ['due', 'number'] as const;
const yes = ['true'] as const;
const solvedness = ['remaining', 'solved'] as const;

/** Filter, order and place of a list of entries; the same for page, totals and export. */
export class EntryFilter {
  @IsOptional()
  @Transform(commaList)
  @IsIn(ledgerStates, { each: true })
  @ApiProperty({ enum: ledgerStates, enumName: 'LedgerState', isArray: true, required: false })
  state?: LedgerState[];

  /** Solved is only what data or, where none judge, a leader confirmed. */
  @IsOptional()
  @IsIn(solvedness)
  @ApiProperty({ enum: solvedness, required: false })
  standing?: (typeof solvedness)[number];

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  townshipId?: string;

  @IsOptional()
  @Matches(/^\d{10}$/)
  schoolCode?: string;

  /** Above that line on the newest census, as the census counts it: what is oversize is large as well. */
  @IsOptional()
  @IsIn(classCategories)
  @ApiProperty({ enum: classCategories, enumName: 'ClassCategory', required: false })
  category?: ClassCategory;

  /** The year by which it is to be solved. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @IsOptional()
  @IsIn(yes)
  @ApiProperty({ enum: yes, required: false })
  relapsed?: 'true';

  @IsOptional()
  @IsIn(yes)
  @ApiProperty({ enum: yes, required: false })
  contradicted?: 'true';

  /** In the unit's hands and beyond its due date. */
  @IsOptional()
  @IsIn(yes)
  @ApiProperty({ enum: yes, required: false })
  late?: 'true';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(entrySorts)
  @ApiProperty({ enum: entrySorts, required: false })
  sort?: (typeof entrySorts)[number];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
