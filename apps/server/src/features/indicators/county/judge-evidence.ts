import type { IndicatorDefinition, Standard } from '#indicator-engine';
import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { NewJudgement } from './judgements.dto.js';
import { mayEnterFigures } from './may-enter-figures.js';
import { recorderName } from './recorder-name.js';
import { pastDay } from './record-figures.js';

/**
 * The lead unit judges a test on its evidence, as a whole or one evaluation point; it counts once the office confirms.
 * @throws DomainError `forbidden`, `rule_refused`
 */
export async function judgeEvidence(work: Work, input: NewJudgement, standard: Standard): Promise<string> {
  const indicator = standard.indicators.find(({ id }) => id === input.indicator);
  const faults = placeFaults(input, indicator);
  if (faults.length > 0) throw new DomainError('rule_refused', { errors: faults });
  const may = await mayEnterFigures(work, standard);
  if (!may.judgements(input.indicator)) {
    throw new DomainError('forbidden', {
      detail: `${input.indicator} 由牵头单位（${indicator?.lead.join('、') ?? ''}）判定，政府办只作确认。`,
    });
  }
  const judgedOn = pastDay(work, input.judgedOn, '/judgedOn', '判定日期');
  const id = work.newId();
  await work.manager.query(
    `INSERT INTO indicator_judgement (campaign_id, id, indicator, test, point, outcome, judged_on, ground,
       evidence_place, unit_name, judged_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      work.campaignId,
      id,
      input.indicator,
      input.test,
      input.point ?? null,
      input.outcome,
      judgedOn,
      input.ground.trim(),
      input.evidence?.trim() || null,
      recorderName(work),
      work.actor.accountId,
      work.now,
    ],
  );
  return id;
}

/** A test may be judged as a whole even where it has points; what is not there cannot be judged. */
function placeFaults(
  { test, point }: NewJudgement,
  indicator: IndicatorDefinition | undefined,
): FieldFault[] {
  if (!indicator) return [{ pointer: '/indicator', message: '标准里没有这项指标' }];
  const judged = indicator.tests.some((each) => each.id === test && each.method === 'judged');
  if (!judged) return [{ pointer: '/test', message: '这一项不是凭佐证判定的' }];
  const known = point == null || indicator.points.some(({ id }) => id === point);
  return known ? [] : [{ pointer: '/point', message: '标准里没有这条评估要点' }];
}
