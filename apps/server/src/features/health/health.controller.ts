import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Clock } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import { BusinessTime } from '../../database/business-time.js';
import { CLOCK, CONFIG } from '../../database/core.module.js';
import { Public } from '../../http/policy.decorator.js';
import { HealthView } from './health.dto.js';
import { readHealth } from './read-health.js';

@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get('live')
  @Public('a supervisor asks whether the process answers at all; it says nothing else')
  live(): HealthView {
    return { status: 'ok', checks: [] };
  }

  @Get('ready')
  @Public('a load balancer has no session; the answer names checks and no data')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const { dataSource, time, clock, config } = this;
    const { scheduler: schedulerOn, dataDirectory } = config;
    const checks = await readHealth({ dataSource, time, clock, schedulerOn, dataDirectory });
    const healthy = checks.every((check) => check.ok);
    void reply.status(healthy ? 200 : 503).header('Cache-Control', 'no-store');
    const yellow = checks.some((check) => check.warning);
    return { status: healthy ? (yellow ? 'warning' : 'ok') : 'unavailable', checks };
  }
}
