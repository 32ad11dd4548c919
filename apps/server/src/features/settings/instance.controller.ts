import { Controller, Get, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import { BusinessTime } from '../../database/business-time.js';
import { CONFIG } from '../../database/core.module.js';
import { Public } from '../../http/policy.decorator.js';
import { InstanceView } from './instance.dto.js';
import { readInstance } from './instance.queries.js';

@Controller('instance')
export class InstanceController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get()
  @Public('the sign-in page needs it: name, date, whether to set up first')
  read(): Promise<InstanceView> {
    return readInstance(this.dataSource.manager, this.time, this.config);
  }
}
