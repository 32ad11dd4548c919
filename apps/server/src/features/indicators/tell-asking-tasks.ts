import { formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { remarkOnAskingTasks } from '../tasks/tasks.module.js';
import type { ConfirmedDataSet } from './data-set-followers.js';
import { restsOnSchools } from './rests-on-schools.js';
import type { Standards } from './standards.js';

/** New school data show on the open tasks that ask for the data of the indicators which rest on them. */
export async function tellAskingTasks(
  work: Work,
  standards: Standards,
  { asOf, fileName }: ConfirmedDataSet,
): Promise<void> {
  const { indicators } = await standards.ofCampaign(work, work.today);
  await remarkOnAskingTasks(
    work,
    { action: 'data_told', indicators: indicators.filter(restsOnSchools).map(({ id }) => id) },
    `已导入截至${formatDate(asOf)}的学校数据“${fileName}”，请核对本指标后提交`,
  );
}
