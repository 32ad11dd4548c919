import { type CivilDate, type FieldFault, formatDate } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { wordsFault } from './entry-fields.js';
import { maySetResponsibility } from './ledger.policy.js';
import { type Plan, type PlanKey, planNames } from './plan-changes.js';
import type { PlanRef } from './plan-refs.queries.js';

interface Moment {
  readonly actor: Actor;
  readonly today: CivilDate;
}

/**
 * Why a change of plan cannot be made: who answers for an entry and how far its day may slip is for the government office;
 * what is named must exist; nobody is named in a text.
 */
export function planFaults(
  { actor, today }: Moment,
  before: Pick<Plan, 'dueOn'>,
  plan: Plan,
  changed: readonly PlanKey[],
  refs: ReadonlyMap<string, PlanRef>,
): FieldFault[] {
  const office = maySetResponsibility(actor);
  return changed.flatMap((key) => {
    const message = faultOf(key);
    return message ? [{ pointer: `/${key}`, message }] : [];
  });

  function faultOf(key: PlanKey): string | undefined {
    switch (key) {
      case 'unitId':
      case 'townshipId':
        return office ? missingRef(key) : `${planNames[key]}由政府办调整`;
      case 'projectId':
        return missingRef(key);
      case 'dueOn':
        return dueFault();
      case 'targetYear':
        return undefined;
      default:
        return wordsFault(planNames[key], plan[key] ?? '');
    }
  }

  function missingRef(key: 'unitId' | 'townshipId' | 'projectId'): string | undefined {
    const id = plan[key];
    if (id === null) return undefined;
    const found = refs.get(id)?.type;
    if (key === 'projectId') return found === 'project' ? undefined : '没有这个建设项目';
    if (key === 'townshipId') return found === 'township' ? undefined : '没有这个乡镇（街道）';
    return found === 'department' || found === 'township' ? undefined : '没有这个成员单位';
  }

  function dueFault(): string | undefined {
    if (plan.dueOn !== null && plan.dueOn < today) return '计划完成时间不能早于今天';
    const later = before.dueOn !== null && (plan.dueOn === null || plan.dueOn > before.dueOn);
    return later && !office
      ? `计划完成时间已定为${formatDate(before.dueOn as CivilDate)}，推迟须由政府办办理`
      : undefined;
  }
}
