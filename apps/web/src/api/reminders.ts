import { answerOf, client } from './client.js';
import type { ReminderRuleRow, RuleChange } from './types.js';

const path = (campaignId: string) => ({ params: { path: { campaignId } } });

export const fetchReminderRules = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/reminders/rules', path(cid)));
export const changeReminderRules = (cid: string, body: RuleChange) =>
  answerOf(client.PUT('/api/v1/campaigns/{campaignId}/reminders/rules', { ...path(cid), body }));
export const previewReminderRules = (cid: string, rules: ReminderRuleRow[]) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/reminders/rules/preview', { ...path(cid), body: { rules } }),
  );
export const fetchDryRun = (cid: string, on: string | undefined) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/reminders/dry-run', {
      params: { path: { campaignId: cid }, query: on === undefined ? {} : { on } },
    }),
  );
export const fetchTaskReminders = (cid: string, id: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/reminders/tasks/{id}', {
      params: { path: { campaignId: cid, id } },
    }),
  );
export const fetchPersonReminders = (cid: string, id: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/reminders/people/{id}', {
      params: { path: { campaignId: cid, id } },
    }),
  );
