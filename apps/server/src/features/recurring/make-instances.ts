import type { CivilDate, Occurrence } from '#kernel';
import type { Actor } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';
import { createTasks } from '../tasks/tasks.module.js';
import { duePeriods } from './recurring-rule.js';
import {
  insertInstances,
  madeKeys,
  type NewInstance,
  readRules,
  type StoredRule,
} from './recurring.repository.js';
import { unitsInPeriod } from './units-in-period.js';

export interface MadeInstances {
  readonly rules: number;
  readonly made: number;
  readonly skipped: number;
  /** When nothing was made: why. */
  readonly reason: string;
}

interface Planned extends NewInstance {
  readonly rule: StoredRule;
  readonly periodName: string;
}

// What one request of a batch may hold.
const largestBatch = 500;

/**
 * Makes what is due of the rules, each period and unit once: the rules are locked, what exists is left out, and
 * the unique key stands behind both. All units get the same date.
 * @param ids only these rules
 */
export async function makeInstances(work: Work, ids?: readonly string[]): Promise<MadeInstances> {
  const all = await readRules(work, ids, true);
  const rules = all.filter((rule) => rule.state === 'active');
  const planned = await planInstances(work, rules);
  const wanted = planned.filter((one) => one.skipped === null);
  const made: NewInstance[] = [];
  for (const part of portions(wanted)) {
    const taskIds = await createFor(work, part);
    made.push(...part.map((one, index) => ({ ...bare(one), taskId: taskIds[index] ?? null })));
  }
  const skipped = planned.filter((one) => one.skipped !== null).map(bare);
  await insertInstances(work, [...made, ...skipped]);
  return {
    rules: rules.length,
    made: made.length,
    skipped: skipped.length,
    reason: reasonOf(all, rules, planned),
  };
}

/** What of the rules is due and does not exist, in the order of due days. */
export async function planInstances(work: Work, rules: readonly StoredRule[]): Promise<Planned[]> {
  const made = await madeKeys(
    work,
    rules.map(({ id }) => id),
  );
  const planned = rules.flatMap((rule) => {
    const { make, skip } = duePeriods(work.calendar, rule, work.today);
    const periods = [...make.map((occurrence) => ({ occurrence, reason: null })), ...skip];
    return periods.flatMap(({ occurrence: { period, dueOn }, reason }) =>
      unitsOfPeriod(rule, period).map((unit): Planned => ({
        ...{ rule, ruleId: rule.id, period: period.key, periodName: period.name, unitId: unit.id },
        ...{ dueOn, taskId: null, skipped: reason },
      })),
    );
  });
  const begun = new Set([...made].map((key) => key.slice(0, key.lastIndexOf('/'))));
  return planned
    .filter((one) => !made.has(`${one.ruleId}/${one.period}/${one.unitId}`))
    .filter((one) => !(isTooLate(work, one) && begun.has(`${one.ruleId}/${one.period}`)))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function unitsOfPeriod(rule: StoredRule, period: Occurrence['period']): readonly UnitRef[] {
  return rule.audience === 'project_units' ? unitsInPeriod(rule.terms, period) : rule.units;
}

/** A unit that has become responsible after a period was asked for and due is not asked for it any more. */
function isTooLate({ today }: Work, { rule, dueOn }: Planned): boolean {
  return dueOn < today && (rule.audience === 'project_units' || rule.audience === 'indicator_leads');
}

/** By author, in whose name the office has ordered the work, and no more than a batch holds. */
function portions(planned: readonly Planned[]): Planned[][] {
  const authors = [...new Set(planned.map(({ rule }) => rule.createdBy))];
  return authors.flatMap((author) => {
    const own = planned.filter(({ rule }) => rule.createdBy === author);
    const count = Math.ceil(own.length / largestBatch);
    return Array.from({ length: count }, (_, index) =>
      own.slice(index * largestBatch, (index + 1) * largestBatch),
    );
  });
}

function createFor(work: Work, planned: readonly Planned[]): Promise<string[]> {
  const [first] = planned;
  if (!first) return Promise.resolve([]);
  const actor: Actor = {
    accountId: first.rule.createdBy,
    name: `${first.rule.authorName}（循环规则自动交办）`,
    role: 'government_office',
    unitId: null,
    unitName: null,
  };
  return createTasks(
    { ...work, actor },
    {
      requestId: work.newId(),
      assign: true,
      pastAllowed: true,
      items: planned.map(({ rule, periodName, unitId, dueOn }) => ({
        source: { kind: 'free' as const },
        title: `${rule.title}（${periodName}）`,
        description: rule.description,
        leadUnitId: unitId,
        dueOn: dueOn satisfies CivilDate,
        ...(rule.clauseId === null ? {} : { clauseId: rule.clauseId }),
        requiredEvidence: [...rule.requiredEvidence],
        priority: rule.priority,
      })),
    },
  );
}

function bare({ ruleId, period, unitId, dueOn, taskId, skipped }: NewInstance): NewInstance {
  return { ruleId, period, unitId, dueOn, taskId, skipped };
}

function reasonOf(
  all: readonly StoredRule[],
  active: readonly StoredRule[],
  planned: readonly Planned[],
): string {
  if (planned.length > 0) return '';
  if (all.length === 0) return '没有循环规则';
  if (active.length === 0) return '循环规则都已停用或结束';
  return '到提前生成日的各期都已生成';
}
