import { type CivilDate, DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { BusinessTime } from '../../database/business-time.js';
import { recordAudit } from '../audit/audit.module.js';

export interface ExerciseOrder {
  readonly date: CivilDate | null;
  readonly by: { readonly id: string; readonly name: string };
  /** JUNHENG_TODAY is set: it wins over what is stored. */
  readonly fixed: boolean;
}

/**
 * Sets or ends the exercise date (演练日期), by which all rules go from now on.
 * @throws DomainError `rule_refused` when the environment fixes the date
 */
export async function setExerciseDate(
  manager: EntityManager,
  time: BusinessTime,
  order: ExerciseOrder,
): Promise<void> {
  if (order.fixed) {
    throw new DomainError('rule_refused', {
      detail: '演练日期由启动参数 JUNHENG_TODAY 固定，不能在页面上修改。',
    });
  }
  const before = await time.moment(manager);
  await time.setExercise(manager, order.date);
  await recordAudit(manager, {
    at: new Date(time.clock.now()),
    account: order.by,
    action: 'exercise_date',
    outcome: 'done',
    detail: { before: before.exerciseDate, after: order.date },
  });
}
