import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { UnitRef } from '../../../http/refs.dto.js';
import { PackChangeView } from '../../campaigns/campaigns.module.js';

const nullableText = { type: String, nullable: true } as const;

/** Clauses with at least one task that is neither a draft nor cancelled, of all clauses of the version. */
export class PlanCoverage {
  covered: number;
  clauses: number;
}

export class PlanVersionRow {
  /** 1 for the first load. */
  number: number;
  name: string;
  documentTitle: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  documentDate: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  loadedAt: string;
  @ApiProperty(nullableText)
  loadedBy: string | null;
  fingerprint: string;
  /** As of the moment the version was replaced; of the newest as of now. */
  coverage: PlanCoverage;
}

export class PlanVersionList {
  items: PlanVersionRow[];
}

export class VersionQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  to: number;
}

export class AffectedTask {
  id: string;
  number: string;
  title: string;
  stateName: string;
  unit: UnitRef;
  clause: string;
  /** What the clause said, and what it says; empty when it is gone. */
  changes: string[];
}

export class BareClause {
  @ApiProperty({ ...nullableText, description: '现行方案里的条款才有' })
  id: string | null;
  number: string;
  title: string;
}

export class PlanComparison {
  from: PlanVersionRow;
  to: PlanVersionRow;
  added: PackChangeView[];
  changed: PackChangeView[];
  removed: PackChangeView[];
  /** Tasks whose clause reads differently. */
  changedTasks: AffectedTask[];
  /** Tasks whose clause the later version no longer has. */
  lostTasks: AffectedTask[];
  /** Clauses of the later version without a task. */
  bareClauses: BareClause[];
}
