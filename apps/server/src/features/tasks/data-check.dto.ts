import { ApiProperty } from '@nestjs/swagger';

export const dataCheckStates = ['agrees', 'contradicts', 'no_newer_data', 'no_data'] as const;
export type DataCheckState = (typeof dataCheckStates)[number];
const state = { enum: dataCheckStates, enumName: 'DataCheckState' };

/** One gap of a task beside what the newest data say of it. */
export class DataCheckLine {
  indicator: string;
  @ApiProperty({ type: String, nullable: true })
  schoolCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  schoolName: string | null;
  @ApiProperty({ enum: ['primary', 'junior'], enumName: 'Stage', nullable: true })
  stage: 'primary' | 'junior' | null;
  @ApiProperty({ type: String, format: 'date', description: 'of the data the task was made from' })
  oldAsOf: string;
  oldFigure: string;
  line: string;
  lacking: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: nothing newer' })
  newFigure: string | null;
  @ApiProperty(state)
  state: DataCheckState;
}

/** Whether the newest data bear out that the gaps of a task are closed. */
export class DataCheck {
  @ApiProperty(state)
  state: DataCheckState;
  /** The newest data, in words; null: there are none. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  lines: DataCheckLine[];
}
