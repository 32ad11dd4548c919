import { answerOf, client } from './client.js';
import type {
  ChangeVetoState,
  NewJudgement,
  NewVetoEvent,
  RecordFigures,
  RegisterCase,
  ReviewJudgement,
} from './types.js';

const of = (campaignId: string) => ({ params: { path: { campaignId } } });

export const fetchFigures = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/indicators/figures', of(cid)));
export const fetchExplanation = (cid: string, indicator: string) =>
  answerOf(
    client.GET('/api/v1/campaigns/{campaignId}/indicators/explanations/{indicator}', {
      params: { path: { campaignId: cid, indicator } },
    }),
  );
export const recordFigures = (cid: string, body: RecordFigures) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/indicators/figures', { ...of(cid), body }));
export const fetchJudgements = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/indicators/judgements', of(cid)));
export const judge = (cid: string, body: NewJudgement) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/indicators/judgements', { ...of(cid), body }));
export const reviewJudgement = (cid: string, id: string, body: ReviewJudgement) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/indicators/judgements/{id}/review', {
      params: { path: { campaignId: cid, id } },
      body,
    }),
  );
export const fetchVetoes = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/indicators/vetoes', of(cid)));
export const recordVeto = (cid: string, body: NewVetoEvent) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/indicators/vetoes', { ...of(cid), body }));
export const changeVeto = (cid: string, id: string, body: ChangeVetoState) =>
  answerOf(
    client.POST('/api/v1/campaigns/{campaignId}/indicators/vetoes/{id}/states', {
      params: { path: { campaignId: cid, id } },
      body,
    }),
  );
export const fetchSpecialCases = (cid: string) =>
  answerOf(client.GET('/api/v1/campaigns/{campaignId}/indicators/special-cases', of(cid)));
export const registerCase = (cid: string, body: RegisterCase) =>
  answerOf(client.POST('/api/v1/campaigns/{campaignId}/indicators/special-cases', { ...of(cid), body }));
