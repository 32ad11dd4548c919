import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { type PackLoadRecord, readPackLoads } from '../../campaigns/campaigns.module.js';
import { readCoveredClauses } from './covered-clauses.queries.js';
import type { PlanVersionRow } from './plan-versions.dto.js';

/** A version with what is needed to compare it. */
export interface PlanVersion {
  readonly row: PlanVersionRow;
  readonly load: PackLoadRecord;
  readonly covered: ReadonlySet<string>;
  /** In force now. */
  readonly current: boolean;
}

/** Every load of the plan is a version, with how much of it had become tasks; two statements. */
export async function readPlanVersions(work: Work): Promise<PlanVersion[]> {
  const loads = await readPackLoads(work);
  const replacedAt = loads.map((_, index) => loads[index + 1]?.loadedAt ?? null);
  const covered = await readCoveredClauses(work, replacedAt);
  return loads.map((load, index) => versionOf(load, index + 1, covered[index] ?? new Set(), loads.length));
}

function versionOf(
  load: PackLoadRecord,
  number: number,
  covered: ReadonlySet<string>,
  count: number,
): PlanVersion {
  const { content } = load;
  const [document] = content.documents;
  return {
    load,
    covered,
    current: number === count,
    row: {
      number,
      name: load.packName,
      documentTitle: document?.title ?? load.packName,
      documentDate: document?.issuedOn ?? null,
      loadedAt: load.loadedAt.toISOString(),
      loadedBy: load.loadedBy,
      fingerprint: load.fingerprint,
      coverage: {
        covered: content.clauses.filter(({ id }) => covered.has(id)).length,
        clauses: content.clauses.length,
      },
    },
  };
}

/** @throws DomainError `not_found` */
export function requireVersion(versions: readonly PlanVersion[], number: number): PlanVersion {
  const found = versions[number - 1];
  if (!found) throw new DomainError('not_found', { detail: `方案没有第${number}版。` });
  return found;
}
