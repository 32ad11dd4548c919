export const gateConditionKinds = ['tasks', 'indicator', 'projects', 'ledger'] as const;
export type GateConditionKind = (typeof gateConditionKinds)[number];

export const gateScopes = ['phase', 'clause', 'group', 'one', 'all', 'accepted', 'opened', 'open'] as const;
/** What of its kind a condition looks at. */
export type GateScope = (typeof gateScopes)[number];

/** What the office asks for at the end of a phase. */
export interface GateCondition {
  readonly kind: GateConditionKind;
  readonly scope: GateScope;
  /** A clause's entry in the pack, a task group, an indicator, a year, or a ledger; null for all. */
  readonly ref: string | null;
  /** Least share in percent, or for ledgers the most open entries; null for indicators. */
  readonly limit: number | null;
}

/** As it is kept: with the name of what it refers to, so that it stays readable whatever becomes of the plan. */
export interface NamedCondition extends GateCondition {
  readonly label: string | null;
}

interface Shape {
  readonly ref: 'needed' | 'optional' | 'none';
  readonly limit: 'percent' | 'count' | 'none';
}

const shapes: Readonly<Record<GateConditionKind, Partial<Record<GateScope, Shape>>>> = {
  tasks: {
    phase: { ref: 'none', limit: 'percent' },
    clause: { ref: 'needed', limit: 'percent' },
    group: { ref: 'needed', limit: 'percent' },
  },
  indicator: { one: { ref: 'needed', limit: 'none' }, all: { ref: 'none', limit: 'none' } },
  projects: {
    accepted: { ref: 'optional', limit: 'percent' },
    opened: { ref: 'optional', limit: 'percent' },
  },
  ledger: { open: { ref: 'needed', limit: 'count' } },
};

/** What is wrong with a condition, as field and sentence; undefined when nothing is. */
export function conditionFault(condition: GateCondition): { field: string; message: string } | undefined {
  const shape = shapes[condition.kind][condition.scope];
  if (!shape) return { field: 'scope', message: '这类条件没有这种范围' };
  if (shape.ref === 'needed' && !condition.ref) return { field: 'ref', message: '须选定对象' };
  if (shape.ref === 'none' && condition.ref !== null) return { field: 'ref', message: '这种范围不选对象' };
  return limitFault(shape.limit, condition.limit);
}

function limitFault(
  shape: Shape['limit'],
  limit: number | null,
): { field: string; message: string } | undefined {
  if (shape === 'none') {
    return limit === null ? undefined : { field: 'limit', message: '指标条件只看是否达标，不填数值' };
  }
  if (limit === null || !Number.isInteger(limit) || limit < 0)
    return { field: 'limit', message: '须填不小于 0 的整数' };
  if (shape === 'percent' && (limit < 1 || limit > 100))
    return { field: 'limit', message: '比例须在 1 到 100 之间' };
  return undefined;
}

/** A condition in one sentence, as page, workbook and command line say it. */
export function conditionText({ kind, scope, label, limit }: NamedCondition): string {
  const share = limit === 100 ? '全部' : `至少 ${limit}% `;
  if (kind === 'tasks') {
    const which = scope === 'phase' ? '本阶段到期的任务' : `“${label}”的任务`;
    return `${which}${share}销号`;
  }
  if (kind === 'indicator') return scope === 'all' ? '全部指标达标' : `指标 ${label} 达标`;
  if (kind === 'projects') {
    const which = label === null ? '建设项目' : `${label}建设项目`;
    return `${which}${share}${scope === 'accepted' ? '通过验收' : '建成启用'}`;
  }
  return `${label}未销号不超过 ${limit} 条`;
}
