import { answerOf, client } from './client.js';
import type { CalendarNotice, LocalCalendarNotice } from './calendar-types.js';

const at = (campaignId: string) => ({ params: { path: { campaignId } } });

export const fetchCalendar = (year: number | undefined) =>
  year === undefined
    ? answerOf(client.GET('/api/v1/calendar'))
    : answerOf(client.GET('/api/v1/calendar/{year}', { params: { path: { year } } }));
export const previewCalendar = (body: CalendarNotice) =>
  answerOf(client.POST('/api/v1/calendar/preview', { body }));
export const saveCalendar = (body: CalendarNotice & { fingerprint: string }) =>
  answerOf(client.POST('/api/v1/calendar', { body }));
export const fetchCampaignCalendar = (campaignId: string, year: number | undefined) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/calendar', {
      params: { path: { campaignId }, query: year === undefined ? {} : { year } },
    }),
  );
export const previewLocalDays = (cid: string, body: LocalCalendarNotice) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/calendar/local-days/preview', { ...at(cid), body }));
export const saveLocalDays = (cid: string, body: LocalCalendarNotice & { fingerprint: string }) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/calendar/local-days', { ...at(cid), body }));
