import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import { draftEvidence, freezeEvidence } from './evidence-register.js';
import { readClockLimits } from './side-clocks.js';

/** 提交审核: the unit's clock stops, the reviewer's starts, and its files are frozen with their hashes in the history. */
export async function submitTask(work: Work, input: TransitionInput): Promise<void> {
  const drafts = await draftEvidence(work, input.taskId);
  const { verificationWorkingDays } = await readClockLimits(work);
  const task = await changeState(work, 'submit', input, (before) => ({
    patch: {
      pausedOn: work.today,
      verificationDueOn: work.calendar.addWorkingDays(work.today, verificationWorkingDays),
      submissionNo: before.submissionNo + 1,
      submittedBy: work.actor.accountId,
      submittedAt: work.now,
      reviewedBy: null,
      returned: false,
    },
    changes: drafts.map((file) => ({
      field: 'evidence',
      name: '佐证封存',
      before: null,
      after: `${file.fileName} SHA-256 ${file.sha256}`,
    })),
  }));
  await work.fault('before-freeze');
  await freezeEvidence(work, task.id, task.submissionNo + 1);
}
