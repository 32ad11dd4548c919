import type { Work } from '../../database/unit-of-work.js';
import {
  type Evaluations,
  type IndicatorVerdict,
  readIndicatorVerdicts,
} from '../indicators/indicators.module.js';
import type { GateAnswer, GateQuestion } from './gate-conditions.js';

/** Whether indicators are met at county level by the newest data; one evaluation for all questions. */
export async function judgeIndicatorConditions(
  work: Work,
  evaluations: Evaluations,
  questions: readonly GateQuestion[],
): Promise<GateAnswer[]> {
  const verdicts = await readIndicatorVerdicts(work, evaluations);
  return questions.map(({ condition }) =>
    condition.scope === 'all' ? answerOfAll(verdicts) : answerOfOne(verdicts, condition.ref),
  );
}

function answerOfOne(verdicts: readonly IndicatorVerdict[], id: string | null): GateAnswer {
  const found = verdicts.find((verdict) => verdict.id === id);
  if (!found) return { outcome: 'no_data', text: '现行标准里没有这项指标', link: null };
  const link = '/indicators';
  const known = found.verdict === 'met' || found.verdict === 'unmet';
  if (!known && found.verdict !== 'not_applicable')
    return { outcome: 'no_data', text: found.reason ?? '还没有判定所需的数据', link };
  return { outcome: found.verdict === 'unmet' ? 'unmet' : 'met', text: found.text, link };
}

/** 不适用 counts for neither side; nothing is met as long as anything is unknown. */
function answerOfAll(verdicts: readonly IndicatorVerdict[]): GateAnswer {
  const judged = verdicts.filter(({ verdict }) => verdict !== 'not_applicable');
  const count = (wanted: (verdict: IndicatorVerdict['verdict']) => boolean): number =>
    judged.filter(({ verdict }) => wanted(verdict)).length;
  const met = count((verdict) => verdict === 'met');
  const unmet = count((verdict) => verdict === 'unmet');
  const unknown = judged.length - met - unmet;
  const text = `${judged.length} 项中达标 ${met}、未达标 ${unmet}、无数据 ${unknown}`;
  const outcome = unmet > 0 ? 'unmet' : unknown > 0 ? 'no_data' : 'met';
  return { outcome, text, link: '/indicators' };
}
