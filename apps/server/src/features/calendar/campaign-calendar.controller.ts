import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { ServerConfig } from '../../config/server-config.js';
import type { Actor } from '../../database/actor.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { CalendarSaved } from './calendar.dto.js';
import { readCampaignCalendar } from './campaign-calendar.queries.js';
import {
  CalendarYearQuery,
  CampaignCalendarView,
  LocalCalendarConfirmation,
  LocalCalendarNotice,
  LocalCalendarPreview,
} from './local-calendar.dto.js';
import { previewLocalCalendar } from './preview-local-calendar.js';
import { readLocalNotice } from './read-local-notice.js';
import { saveLocalCalendar } from './save-local-calendar.js';

/** The calendar a campaign counts with: everybody in it looks, its government office enters the local days. */
@Controller('campaigns/:campaignId/calendar')
export class CampaignCalendarController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get()
  @Policy('member')
  year(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: CalendarYearQuery,
  ): Promise<CampaignCalendarView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readCampaignCalendar(work, query.year));
  }

  @Post('local-days/preview')
  @HttpCode(200)
  @Policy('government_office')
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: LocalCalendarNotice,
  ): Promise<LocalCalendarPreview> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      previewLocalCalendar(work, readLocalNotice(body)),
    );
  }

  @Post('local-days')
  @HttpCode(200)
  @Policy('government_office')
  save(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: LocalCalendarConfirmation,
  ): Promise<CalendarSaved> {
    const confirmed = { fingerprint: body.fingerprint, origin: this.config.origin };
    return this.unitOfWork.run({ actor, campaignId }, (work) =>
      saveLocalCalendar(work, readLocalNotice(body), confirmed),
    );
  }
}
