import { ApiProperty } from '@nestjs/swagger';

export class HealthCheck {
  @ApiProperty({ enum: ['database', 'schema', 'scheduler', 'calendar'] })
  name: 'database' | 'schema' | 'scheduler' | 'calendar';
  ok: boolean;
  detail: string;
}

export class HealthView {
  @ApiProperty({ enum: ['ok', 'unavailable'] })
  status: 'ok' | 'unavailable';
  checks: HealthCheck[];
}
