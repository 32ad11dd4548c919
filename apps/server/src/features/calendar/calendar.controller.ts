import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import { BusinessTime } from '../../database/business-time.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { outsider, type SignedIn } from '../../http/signed-in.js';
import {
  CalendarConfirmation,
  CalendarNotice,
  CalendarPreview,
  CalendarSaved,
  CalendarYearView,
} from './calendar.dto.js';
import { readCalendarYear } from './calendar-year.queries.js';
import { previewCalendar } from './preview-calendar.js';
import { readNotice } from './read-notice.js';
import { saveCalendar } from './save-calendar.js';

/** The calendar belongs to no campaign. */
const noCampaign = '00000000-0000-0000-0000-000000000000';

@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get()
  @Policy('signed_in')
  current(): Promise<CalendarYearView> {
    return readCalendarYear(this.dataSource.manager, this.time, undefined);
  }

  @Get(':year')
  @Policy('signed_in')
  year(@Param('year', ParseIntPipe) year: number): Promise<CalendarYearView> {
    return readCalendarYear(this.dataSource.manager, this.time, Math.min(Math.max(year, 2000), 2100));
  }

  @Post('preview')
  @HttpCode(200)
  @Policy('administrator')
  preview(@Body() body: CalendarNotice): Promise<CalendarPreview> {
    return previewCalendar(this.dataSource.manager, readNotice(body));
  }

  @Post()
  @HttpCode(200)
  @Policy('administrator')
  save(@CurrentPerson() person: SignedIn, @Body() body: CalendarConfirmation): Promise<CalendarSaved> {
    const confirmed = { fingerprint: body.fingerprint, origin: this.config.origin };
    return this.unitOfWork.run({ actor: outsider(person), campaignId: noCampaign }, (work) =>
      saveCalendar(work, readNotice(body), confirmed),
    );
  }
}
