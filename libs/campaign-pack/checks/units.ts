import type { PackContent, Unit } from '../campaign-pack.js';
import { type CheckResult, clauseNumber } from './check-result.js';

/** Listed units = the member count as written. */
export function checkMemberCount(pack: PackContent): CheckResult[] {
  if (!pack.members) return [];
  const { total, townships, clause } = pack.members;
  const listed = pack.units.filter((unit) => unit.kind === 'township').length;
  const others = pack.units.length - listed;
  const equal = pack.units.length === total && listed === townships;
  const sum = `成员单位：部门${others}个 + 乡镇（街道）${listed}个 = ${pack.units.length}个`;
  const message = `${sum}，与写明的${total}个（其中乡镇、街道${townships}个）${equal ? '一致' : '不符'}`;
  return [
    { id: 'member-count', level: equal ? 'holds' : 'error', message, clause: clauseNumber(pack, clause) },
  ];
}

export function checkPendingNames(pack: PackContent): CheckResult[] {
  const pending = pack.units.filter((unit) => unit.namePending);
  const [first] = pending;
  if (!first) return [];
  const message = `${pending.length}个单位在方案里没有名称，须由政府办补上：${first.shortName}等`;
  return [{ id: 'names-pending', level: 'warning', message, clause: clauseNumber(pack, first.clause) }];
}

/** Every name, short name and alias means one unit. */
export function checkUnitNames(pack: PackContent): CheckResult[] {
  const meanings = meaningsOf(pack.units);
  const unclear = [...meanings].filter(([, units]) => units.size > 1);
  if (unclear.length === 0) {
    const message = `${pack.units.length}个单位共有${meanings.size}种叫法，每种只指一个单位`;
    return [{ id: 'unit-names', level: 'holds', message, clause: null }];
  }
  return unclear.map(([name, units]) => ({
    id: `unit-names-${[...units].join('-')}`,
    level: 'error',
    message: `“${name}”同时指${units.size}个单位（编号${[...units].join('、')}）`,
    clause: null,
  }));
}

/** Every department has duties, and so have townships if there are any. */
export function checkDuties(pack: PackContent): CheckResult[] {
  const idle = pack.units.filter((unit) => !pack.duties.some((duty) => bears(unit, duty)));
  if (idle.length > 0) {
    const message = `${idle.length}个成员单位没有职责：${idle.map((unit) => unit.shortName).join('、')}`;
    return [{ id: 'duties', level: 'warning', message, clause: null }];
  }
  const bearers = new Set(pack.duties.flatMap((duty) => duty.unit ?? []));
  const shared = pack.duties.filter((duty) => duty.appliesTo !== null).length;
  const message = `${bearers.size}个单位有各自的职责（${pack.duties.length - shared}条），乡镇（街道）有共同职责（${shared}条）`;
  return [{ id: 'duties', level: 'holds', message, clause: null }];
}

/** Bodies named in a clause are members: otherwise nobody can be given that part. */
export function checkMentions(pack: PackContent): CheckResult[] {
  const meanings = meaningsOf(pack.units);
  return pack.clauses.flatMap((clause) =>
    clause.mentions
      .filter((name) => !meanings.has(name))
      .map((name) => ({
        id: `mention-${clause.id}-${clause.mentions.indexOf(name) + 1}`,
        level: 'warning' as const,
        message: `条款提到的“${name}”不在成员单位名单中，无法直接交办`,
        clause: clause.number,
      })),
  );
}

function meaningsOf(units: readonly Unit[]): Map<string, Set<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const name of [unit.name, unit.shortName, ...unit.aliases]) {
      meanings.set(name, (meanings.get(name) ?? new Set()).add(unit.id));
    }
  }
  return meanings;
}

function bears(unit: Unit, duty: PackContent['duties'][number]): boolean {
  return duty.unit === unit.id || duty.appliesTo === unit.kind;
}
