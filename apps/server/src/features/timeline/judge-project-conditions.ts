import type { Work } from '../../database/unit-of-work.js';
import { type ProjectTimeline, readProjectTimelines } from '../projects/projects.module.js';
import type { GateAnswer, GateQuestion } from './gate-conditions.js';

/** Shares of a year's projects, or of all, that have been accepted or come into use; two statements. */
export async function judgeProjectConditions(
  work: Work,
  questions: readonly GateQuestion[],
): Promise<GateAnswer[]> {
  const projects = await readProjectTimelines(work);
  const counted = projects.filter(({ state }) => state !== 'cancelled');
  return questions.map(({ condition }) => answerOf(condition, counted));
}

function answerOf(
  { ref, scope, limit }: GateQuestion['condition'],
  projects: readonly ProjectTimeline[],
): GateAnswer {
  const meant = projects.filter(({ year }) => ref === null || String(year) === ref);
  if (meant.length === 0) return { outcome: 'no_data', text: '没有这样的建设项目', link: null };
  const reached: readonly ProjectTimeline['state'][] =
    scope === 'accepted' ? ['accepted', 'opened'] : ['opened'];
  const done = meant.filter(({ state }) => reached.includes(state)).length;
  return {
    outcome: done * 100 >= (limit ?? 100) * meant.length ? 'met' : 'unmet',
    text: `${done}/${meant.length} 个项目${scope === 'accepted' ? '已验收' : '已投用'}`,
    link: ref === null ? '/projects' : `/projects?year=${ref}`,
  };
}
