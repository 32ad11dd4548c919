import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CampaignCalendarController } from './campaign-calendar.controller.js';

export { missingCalendarYears } from './missing-years.js';
export { warnMissingCalendar } from './warn-missing-calendar.js';

/** The working calendar: its national years as administrators keep them, and the local days of each campaign. */
@Module({ controllers: [CalendarController, CampaignCalendarController] })
export class CalendarModule {}
