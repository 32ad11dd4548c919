import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { IsCivilDate } from '../../http/is-civil-date.js';

export class MailSettings {
  configured: boolean;
  @ApiProperty({ type: String, nullable: true })
  host: string | null;
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
}

export class SchedulerSettings {
  enabled: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastBeatAt: string | null;
  /** It should run and has not given a sign of life for two ticks. */
  stale: boolean;
}

export class CalendarSettings {
  year: number;
  @ApiProperty({ type: String, nullable: true })
  notice: string | null;
  published: boolean;
}

export class CampaignSettings {
  id: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  packId: string | null;
  @ApiProperty({ type: String, nullable: true })
  packFingerprint: string | null;
}

export class SettingsView {
  today: string;
  businessNow: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  exerciseDate: string | null;
  /** The environment fixes the date; nobody can change it here. */
  exerciseFixed: boolean;
  mail: MailSettings;
  scheduler: SchedulerSettings;
  calendar: CalendarSettings[];
  campaigns: CampaignSettings[];
}

export class ExerciseChange {
  /** null ends the exercise. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  @ValidateIf((change: ExerciseChange) => change.date !== null)
  @IsCivilDate()
  date: string | null;
}
