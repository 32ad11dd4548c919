import type { Clause, PackContent } from '../campaign-pack.js';
import type { CheckResult } from './check-result.js';

/** One number, one clause: in each document. */
export function checkClauseNumbers(pack: PackContent): CheckResult[] {
  const seen = new Set<string>();
  const twice = pack.clauses.filter(
    (clause) => seen.size === seen.add(`${clause.document} ${clause.number}`).size,
  );
  if (twice.length > 0) {
    return twice.map((clause) => ({
      id: `clause-number-${clause.id}`,
      level: 'error',
      message: `条款编号“${clause.number}”重复`,
      clause: clause.number,
    }));
  }
  return [{ id: 'clause-numbers', level: 'holds', message: `${seen.size}个条款编号没有重复`, clause: null }];
}

/** The papers of one campaign count the items of a task group alike. */
export function checkGroupItems(pack: PackContent): CheckResult[] {
  return pack.groups.flatMap((group) => {
    const items = pack.clauses.filter((clause) => clause.group === group.id);
    const listed = items.filter((clause) => !items.some((other) => isPartOf(clause, other))).length;
    return group.restatedIn.map((other) => {
      const title =
        pack.documents.find((document) => document.id === other.document)?.title ?? other.document;
      const equal = listed === other.items;
      return {
        id: `group-items-${group.id}-${other.document}`,
        level: equal ? ('holds' as const) : ('warning' as const),
        message: `任务组${group.number}列出${listed}条，${title}写${other.items}条，${equal ? '一致' : '不一致'}`,
        clause: group.number,
      };
    });
  });
}

/** A paper that still calls itself a draft although it bears a date of issue. */
export function checkDrafts(pack: PackContent): CheckResult[] {
  return pack.documents
    .filter((document) => document.title.includes('征求意见稿') && document.issuedOn !== null)
    .map((document) => ({
      id: `draft-${document.id}`,
      level: 'warning',
      message: `${document.title}仍是征求意见稿，却有落款日期${document.issuedOn}：以哪一稿为准须核对`,
      clause: null,
    }));
}

function isPartOf(clause: Clause, other: Clause): boolean {
  return clause.number.startsWith(`${other.number}（`);
}
