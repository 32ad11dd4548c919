import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { MilestoneCourse } from './milestone-course.js';
import { type Project, projectOf } from './project.js';
import { type ProjectBasis, readProjectBasis } from './project-basis.queries.js';
import { ProjectAmountEntity } from './project-amount.entity.js';
import { ProjectDateEntity } from './project-date.entity.js';
import { ProjectEntryEntity } from './project-entry.entity.js';
import type { ActualInput, AmountInput, DayInput } from './project-inputs.dto.js';
import { readProjectRecords } from './project-records.queries.js';

export interface LockedProject extends Project {
  readonly basis: ProjectBasis;
  /** Of the entry that is about to be written. */
  readonly nextSeq: number;
}

/**
 * A project with its row locked until the transaction ends: its entries are numbered one after the other.
 * @param version what the office has seen; left out by reports, which take nothing away
 * @throws DomainError `not_found`, `stale_version`
 */
export async function lockProject(work: Work, id: string, version?: number): Promise<LockedProject> {
  await work.manager.query(`SELECT 1 FROM project WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [
    work.campaignId,
    id,
  ]);
  const basis = await readProjectBasis(work);
  const [record] = await readProjectRecords(work, [id]);
  if (!record) throw new DomainError('not_found', { detail: '没有这个建设项目。' });
  if (version !== undefined && record.version !== version) {
    throw new DomainError('stale_version', { detail: '这个项目刚被别人改过，您看到的不是最新内容。' });
  }
  return { ...projectOf(record, basis.chain.milestones, work.today), basis, nextSeq: record.seq + 1 };
}

/** @throws DomainError `wrong_state` for a project that was given up */
export function requireRunning({ record }: Project): void {
  if (record.cancelled === null) return;
  throw new DomainError('wrong_state', { detail: `项目已取消（${record.cancelled}），请先恢复再办理。` });
}

export type EntryKind = 'facts' | 'plan' | 'report' | 'cancel' | 'restore';

/** Who, when, and with what words; what was entered hangs on its number. */
export async function appendEntry(
  work: Work,
  project: { readonly id: string; readonly seq: number },
  kind: EntryKind,
  text: string | undefined,
): Promise<void> {
  await work.manager.insert(ProjectEntryEntity, {
    campaignId: work.campaignId,
    projectId: project.id,
    seq: project.seq,
    kind,
    at: work.now,
    onDay: work.today,
    actorId: work.actor.accountId,
    actorName: work.actor.name,
    unitId: work.actor.unitId,
    unitName: work.actor.unitName,
    text: text?.trim() || null,
  });
}

/** Money as of an entry. */
export async function insertAmounts(
  work: Work,
  project: { readonly id: string; readonly seq: number },
  amounts: readonly AmountInput[],
): Promise<void> {
  if (amounts.length === 0) return;
  await work.manager.insert(
    ProjectAmountEntity,
    amounts.map(({ kind, source, amount }) => ({
      campaignId: work.campaignId,
      projectId: project.id,
      seq: project.seq,
      kind,
      source,
      amount: amount ?? null,
    })),
  );
}

/** A further version of each day. */
export async function insertDays(
  work: Work,
  project: LockedProject,
  kind: 'planned' | 'actual',
  days: readonly (DayInput & Pick<ActualInput, 'reason' | 'evidence'>)[],
): Promise<void> {
  if (days.length === 0) return;
  const { id, dates } = project.record;
  const versions = (milestone: string): number =>
    dates.filter((one) => one.milestone === milestone && one.kind === kind).length;
  await work.manager.insert(
    ProjectDateEntity,
    days.map(({ milestone, day, reason, evidence }) => ({
      campaignId: work.campaignId,
      projectId: id,
      seq: project.nextSeq,
      milestone,
      kind,
      version: versions(milestone) + 1,
      onDay: day ?? null,
      reason: versions(milestone) === 0 ? null : (reason?.trim() ?? null),
      evidence: evidence?.trim() || null,
    })),
  );
}

/** The course of a milestone of the campaign's chain, or undefined when the chain has none of that name. */
export function courseNamed(project: Project, milestone: string): MilestoneCourse | undefined {
  return project.courses.find((course) => course.milestone.id === milestone);
}
