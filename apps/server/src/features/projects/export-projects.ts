import { formatDate } from '#kernel';
import { tablesWorkbook } from '#official-documents';
import type { Work } from '../../database/unit-of-work.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { matches } from './filter-projects.js';
import type { ProjectFilter } from './list-projects.dto.js';
import { milestoneSheet, projectSheet } from './project-sheets.js';
import { summarise } from './project-summary.js';
import { readProjects } from './read-projects.js';
import { summarySheet } from './summary-sheet.js';

/** The page as a workbook: the same projects, their milestones, and the same sums. */
export async function exportProjects(work: Work, filter: ProjectFilter): Promise<Buffer> {
  const { basis, projects: all } = await readProjects(work);
  const projects = all.filter((project) => matches(project, filter));
  const title = `${await readCampaignName(work)}学校建设项目`;
  const head = `截至${formatDate(work.today)}，共 ${projects.length} 个项目`;
  return tablesWorkbook([
    projectSheet(projects, title, head),
    milestoneSheet(projects, `${title}节点`, head),
    summarySheet(summarise(all, basis.years, filter), `${title}汇总`, head),
  ]);
}
