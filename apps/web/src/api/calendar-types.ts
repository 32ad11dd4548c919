import type { components } from './schema.js';

/** The shapes of the working calendar under their own names, as generated from the server's DTO classes. */
type Schemas = components['schemas'];

export type CalendarNotice = Schemas['CalendarNotice'];
export type CalendarPreview = Schemas['CalendarPreview'];
export type CalendarYearView = Schemas['CalendarYearView'];
export type CalendarLevel = Schemas['CalendarLevel'];
export type CampaignCalendarView = Schemas['CampaignCalendarView'];
export type DueMoveRow = Schemas['DueMoveRow'];
export type LocalCalendarNotice = Schemas['LocalCalendarNotice'];
export type LocalCalendarPreview = Schemas['LocalCalendarPreview'];
export type LocalCalendarView = Schemas['LocalCalendarView'];
export type LocalDayRow = Schemas['LocalDayRow'];
export type RestDayRow = Schemas['RestDayRow'];
export type UnitMoves = Schemas['UnitMoves'];
