import { answerOf, client } from './client.js';
import type { CalendarNotice } from './types.js';

export const fetchCalendar = (year: number | undefined) =>
  year === undefined
    ? answerOf(client.GET('/api/v1/calendar'))
    : answerOf(client.GET('/api/v1/calendar/{year}', { params: { path: { year } } }));
export const previewCalendar = (body: CalendarNotice) =>
  answerOf(client.POST('/api/v1/calendar/preview', { body }));
export const saveCalendar = (body: CalendarNotice & { fingerprint: string }) =>
  answerOf(client.POST('/api/v1/calendar', { body }));
