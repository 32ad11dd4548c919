import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';

export { missingCalendarYears } from './missing-years.js';
export { warnMissingCalendar } from './warn-missing-calendar.js';

/** The working calendar as something administrators keep: looked at, previewed, replaced. */
@Module({ controllers: [CalendarController] })
export class CalendarModule {}
