import { useQuery } from '@tanstack/react-query';
import {
  fetchExplanation,
  fetchFigures,
  fetchJudgements,
  fetchSpecialCases,
  fetchVetoes,
} from '../../../api/county-inputs.js';
import { campaignKey } from '../../../shell/session.js';

export const useFigures = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'county-figures'), queryFn: () => fetchFigures(cid) });
export const useCountyExplanation = (cid: string, indicator: string) =>
  useQuery({
    queryKey: campaignKey(cid, 'explanation', indicator),
    queryFn: () => fetchExplanation(cid, indicator),
  });
export const useJudgements = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'judgements'), queryFn: () => fetchJudgements(cid) });
export const useVetoes = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'vetoes'), queryFn: () => fetchVetoes(cid) });
export const useSpecialCases = (cid: string) =>
  useQuery({ queryKey: campaignKey(cid, 'special-cases'), queryFn: () => fetchSpecialCases(cid) });
