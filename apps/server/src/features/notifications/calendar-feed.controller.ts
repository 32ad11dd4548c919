import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiProduces, ApiProperty } from '@nestjs/swagger';
import type { ServerConfig } from '../../config/server-config.js';
import type { Actor } from '../../database/actor.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy, Public } from '../../http/policy.decorator.js';
import { systemActor } from '../../jobs/system-actor.js';
import { readCalendarFeed, renewCalendarFeed, revokeCalendarFeed, writeCalendar } from './calendar-feed.js';

export class CalendarFeedView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'told only when it was just made' })
  url: string | null;
}

/** 日历订阅: a person's due days in their own calendar program. */
@Controller('campaigns/:campaignId')
@Policy('member')
export class CalendarFeedController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get('calendar-feed')
  async read(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<CalendarFeedView> {
    return { since: await this.unitOfWork.read({ actor, campaignId }, readCalendarFeed), url: null };
  }

  @Put('calendar-feed')
  renew(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<CalendarFeedView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const token = await renewCalendarFeed(work);
      const url = `${this.config.origin}/api/v1/campaigns/${campaignId}/calendars/${token}`;
      return { since: work.now.toISOString(), url };
    });
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, revokeCalendarFeed);
  }

  @Get('calendars/:token')
  @Public('calendar programs cannot sign in; the address itself is the secret, and may be revoked')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @ApiProduces('text/calendar')
  calendar(@Param('campaignId', IdPipe) campaignId: string, @Param('token') token: string): Promise<string> {
    return this.unitOfWork.read({ actor: systemActor, campaignId }, (work) =>
      writeCalendar(work, token, this.config.origin),
    );
  }
}
