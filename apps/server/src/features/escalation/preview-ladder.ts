import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readPeople, readTaskClocks } from './escalation-facts.queries.js';
import { findHollowRungs } from './find-hollow-rungs.js';
import type { LadderPreview } from './ladder.dto.js';
import { readLadderVersions } from './ladder.queries.js';
import { previewEscalation } from './preview-escalation.js';
import { resolveAudience } from './resolve-audience.js';

const workingDays = 10;

/** What a version would do from today on with the tasks as they are, and where it is hollow. @throws DomainError `not_found` */
export async function previewLadder(work: Work, versionId: string): Promise<LadderPreview> {
  const version = (await readLadderVersions(work)).find((one) => one.id === versionId);
  if (!version) throw new DomainError('not_found', { detail: '没有这个版本的督办阶梯。' });
  const people = await readPeople(work, version.leaderIds);
  const clocks = await readTaskClocks(work);
  const days = previewEscalation(
    clocks,
    version.ladder,
    work.calendar,
    work.today,
    workingDays,
    (clock, rung) =>
      resolveAudience(people, rung, clock.unitId, clock.clock).map((person) => person.accountId),
  );
  return {
    hollow: await findHollowRungs(work, version),
    days: days.map((day) => ({ ...day, rungs: day.rungs.map((rung) => ({ ...rung })) })),
  };
}
