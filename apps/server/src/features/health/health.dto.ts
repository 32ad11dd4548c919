import { ApiProperty } from '@nestjs/swagger';

export class HealthCheck {
  @ApiProperty({ enum: ['database', 'schema', 'scheduler', 'calendar', 'robots'] })
  name: 'database' | 'schema' | 'scheduler' | 'calendar' | 'robots';
  ok: boolean;
  /** Works, and someone should look at it soon. */
  warning: boolean;
  detail: string;
}

export class HealthView {
  @ApiProperty({ enum: ['ok', 'warning', 'unavailable'] })
  status: 'ok' | 'warning' | 'unavailable';
  checks: HealthCheck[];
}
