import { diffPacks, type PackChange } from '#campaign-pack';
import type { Work } from '../../../database/unit-of-work.js';
import type { PackChangeView } from '../../campaigns/campaigns.module.js';
import { readTasksOfClauses } from './affected-tasks.queries.js';
import { readClauseIds } from './covered-clauses.queries.js';
import { type PlanVersion, readPlanVersions, requireVersion } from './plan-versions.js';
import type { BareClause, PlanComparison, VersionQuery } from './plan-versions.dto.js';

// A clause that only stands elsewhere in the list says the same.
const placeOnly = '次序';

/**
 * What a later version of the plan changed, and what that means for the tasks; the number of statements is fixed.
 * @throws DomainError `not_found` for a version there is not
 */
export async function compareVersions(work: Work, query: VersionQuery): Promise<PlanComparison> {
  const versions = await readPlanVersions(work);
  const from = requireVersion(versions, query.from);
  const to = requireVersion(versions, query.to);
  const { added, changed, removed } = diffPacks(from.load.content, to.load.content);
  const reworded = clausesOf(changed).map(
    (change) => [change.id, fieldTexts(change)] satisfies [string, string[]],
  );
  const gone = clausesOf(removed).map(({ id }) => [id, []] satisfies [string, string[]]);
  return {
    from: from.row,
    to: to.row,
    added: added.map(viewOf),
    changed: changed.map(viewOf),
    removed: removed.map(viewOf),
    changedTasks: await readTasksOfClauses(
      work,
      new Map(reworded.filter(([, changes]) => changes.length > 0)),
    ),
    lostTasks: await readTasksOfClauses(work, new Map(gone)),
    bareClauses: bareClauses(to, await readClauseIds(work)),
  };
}

function clausesOf(changes: readonly PackChange[]): PackChange[] {
  return changes.filter(({ kind }) => kind === 'clause');
}

function fieldTexts({ fields = [] }: PackChange): string[] {
  return fields
    .filter(({ name }) => name !== placeOnly)
    .map(({ name, before, after }) => `${name}：${before} → ${after}`);
}

function bareClauses(
  { load, covered, current }: PlanVersion,
  ids: ReadonlyMap<string, string>,
): BareClause[] {
  return load.content.clauses
    .filter(({ id }) => !covered.has(id))
    .map(({ id, number, title }) => ({ id: current ? (ids.get(id) ?? null) : null, number, title }));
}

function viewOf({ kind, id, title, fields }: PackChange): PackChangeView {
  return { kind, id, title, ...(fields ? { fields: [...fields] } : {}) };
}
