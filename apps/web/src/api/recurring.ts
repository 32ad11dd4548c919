import { answerOf, client } from './client.js';
import type { RecurringPreset, RecurringRuleInput, RecurringRuleRow } from './types.js';

const at = (cid: string) => ({ params: { path: { campaignId: cid } } });
const row = (cid: string, id: string) => ({ params: { path: { campaignId: cid, id } } });

export const fetchRules = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/recurring-rules', at(cid)));
export const fetchRule = (cid: string, id: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/recurring-rules/{id}', row(cid, id)));
export const fetchPresets = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/recurring-rules/presets', at(cid)));
export const dismissPreset = (cid: string, id: RecurringPreset['id']) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/recurring-rules/presets/dismissals', {
      ...at(cid),
      body: { id },
    }),
  );
export const previewRule = (cid: string, body: { ruleId?: string; rule: RecurringRuleInput }) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/recurring-rules/preview', { ...at(cid), body }));
export const createRules = (cid: string, rules: RecurringRuleInput[]) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/recurring-rules', { ...at(cid), body: { rules } }));
export const changeRule = (cid: string, id: string, body: { version: number; rule: RecurringRuleInput }) =>
  answerOf(client.PUT('/api/v1/campaigns/{campaignId}/recurring-rules/{id}', { ...row(cid, id), body }));
export const changeRuleState = (cid: string, rule: RecurringRuleRow, state: RecurringRuleRow['state']) =>
  answerOf(
    client.PUT('/api/v1/campaigns/{campaignId}/recurring-rules/{id}/state', {
      ...row(cid, rule.id),
      body: { version: rule.version, state },
    }),
  );
