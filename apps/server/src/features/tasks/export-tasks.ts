import { rungAudienceNames, rungColourNames } from '#campaign-pack';
import { isCivilDate } from '#kernel';
import { taskWorkbook } from '#official-documents';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import type { TaskFilter } from './list-tasks.dto.js';
import { allTasks } from './list-tasks.queries.js';
import { standingNames } from './standing.js';

/** The task list as a workbook: every task of the filter, whatever page the reader is on. */
export async function exportTasks(work: Work, filter: TaskFilter): Promise<Buffer> {
  const tasks = await allTasks(work, filter);
  return taskWorkbook({
    campaignName: await readCampaignName(work),
    asOf: work.today,
    rows: tasks.map((task) => ({
      number: task.number,
      title: task.title,
      leadUnit: task.leadUnit.name,
      supportingUnits: task.supportingUnits.map((unit) => unit.shortName),
      standing: task.dataContradicted
        ? `${standingNames[task.standing]}（数据不符）`
        : standingNames[task.standing],
      dueOn: isCivilDate(task.effectiveDueOn) ? task.effectiveDueOn : null,
      workingDaysLeft: task.workingDaysLeft,
      originalDueOn: isCivilDate(task.originalDueOn) ? task.originalDueOn : null,
      extensionCount: task.extensionCount,
      extendedDays: task.extendedDays,
      rung: task.rung && `${task.rung.name}（${rungColourNames[task.rung.colour]}）`,
      rungSince: isCivilDate(task.rung?.since) ? task.rung.since : null,
      rungAudience: task.rung?.audience.map((one) => rungAudienceNames[one]) ?? [],
      clause: task.clause && `${task.clause.number} ${task.clause.title}`,
      lastProgress: task.lastProgress,
    })),
  });
}
