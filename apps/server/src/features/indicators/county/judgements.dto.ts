import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCivilDate } from '../../../http/is-civil-date.js';
import { IsFilledIn } from '../../../http/is-filled-in.js';
import { UnitRef } from '../../../http/refs.dto.js';
import { type Verdict, verdicts } from '../evaluation-words.js';

const text = { type: String, nullable: true };
const day = { type: String, format: 'date' };
const outcomes = ['met', 'unmet'] as const;
const decisions = ['confirmed', 'returned'] as const;
const outcome = { enum: outcomes, enumName: 'JudgementOutcome' };
const decision = { enum: decisions, enumName: 'JudgementDecision' };

export class NewJudgement {
  @IsString()
  @MaxLength(20)
  indicator: string;

  /** The judged test of the indicator. */
  @IsString()
  @MaxLength(40)
  test: string;

  @ApiProperty({ ...text, required: false, description: 'evaluation point; absent: the test as a whole' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  point?: string | null;

  @ApiProperty(outcome)
  @IsIn(outcomes)
  outcome: (typeof outcomes)[number];

  @ApiProperty(day)
  @IsCivilDate()
  judgedOn: string;

  @IsFilledIn()
  @MaxLength(1000)
  ground: string;

  @ApiProperty({ ...text, required: false, description: 'where the evidence is kept' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  evidence?: string | null;
}

export class ReviewJudgement {
  @ApiProperty(decision)
  @IsIn(decisions)
  decision: (typeof decisions)[number];

  @ApiProperty({ ...text, required: false, description: 'required when returned' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class JudgementMade {
  id: string;
}

export class JudgementRow {
  id: string;
  @ApiProperty(outcome)
  outcome: (typeof outcomes)[number];
  @ApiProperty(day)
  judgedOn: string;
  ground: string;
  @ApiProperty(text)
  evidence: string | null;
  unitName: string;
  recordedBy: string;
  /** null: the office has not answered yet. */
  @ApiProperty({ ...decision, nullable: true })
  decision: (typeof decisions)[number] | null;
  @ApiProperty(text)
  reason: string | null;
  @ApiProperty({ ...day, nullable: true })
  reviewedOn: string | null;
  @ApiProperty(text)
  reviewedBy: string | null;
  /** Whether the signed-in person may confirm or send it back. */
  mayReview: boolean;
}

/** An evaluation point, or a test that has none; the newest judgement first. */
export class JudgedPoint {
  @ApiProperty(text)
  point: string | null;
  text: string;
  @ApiProperty(text)
  basisText: string | null;
  judgements: JudgementRow[];
}

export class JudgedTest {
  indicator: string;
  name: string;
  test: string;
  testName: string;
  @ApiProperty({ enum: verdicts, enumName: 'Verdict' })
  verdict: Verdict;
  @ApiProperty(text)
  reason: string | null;
  leadUnits: UnitRef[];
  leadNames: string[];
  mayJudge: boolean;
  points: JudgedPoint[];
}

export class JudgementBoard {
  @ApiProperty(day)
  asOf: string;
  tests: JudgedTest[];
}
