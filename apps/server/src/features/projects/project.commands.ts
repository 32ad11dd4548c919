import { DomainError, formatDate } from '#kernel';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { systemActor } from '../../jobs/system-actor.js';
import { onlyCampaign } from '../../only-campaign.js';
import { type ProjectSummary, summarise } from './project-summary.js';
import { readProjects } from './read-projects.js';
import { missingText, type SummaryLine, summaryLines, summaryNotes } from './summary-sheet.js';

interface SummaryOptions {
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `junheng projects summary`. */
export function registerProjectCommands(program: Command, context: CommandContext): void {
  const projects = program.command('projects').description('学校建设项目');
  projects
    .command('summary')
    .description('建设项目汇总：方案写明的合计与各项目之和，与页面同一口径。退出码：0 已输出，1 有错误')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: SummaryOptions) => summaryCommand(context, options));
}

async function summaryCommand(context: CommandContext, options: SummaryOptions): Promise<void> {
  try {
    await context.withRuntime(({ unitOfWork }) => print(context, unitOfWork, options));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}

async function print(
  context: CommandContext,
  unitOfWork: UnitOfWork,
  options: SummaryOptions,
): Promise<void> {
  const campaignId = await onlyCampaign(unitOfWork.dataSource, options.campaign);
  const { asOf, summary } = await unitOfWork.read({ actor: systemActor, campaignId }, async (work) => {
    const { basis, projects } = await readProjects(work);
    return { asOf: work.today, summary: summarise(projects, basis.years, {}) };
  });
  context.print(
    options.json
      ? JSON.stringify({ asOf, ...summary }, null, 2)
      : [`学校建设项目汇总（截至${formatDate(asOf)}）`, ...summaryText(summary), ...summaryNotes].join('\n'),
  );
}

function summaryText(summary: ProjectSummary): string[] {
  let part = '';
  return summaryLines(summary).flatMap((line) => {
    const head = line.part === part ? [] : ['', line.part];
    part = line.part;
    return [...head, `  ${lineText(line)}`];
  });
}

function lineText(line: SummaryLine): string {
  const { schools, primary, junior, total, investment, placesUnknown, remark } = line;
  const figure = (value: number | string | null): string => `${value ?? missingText(line)}`;
  return [
    `${line.line}：学校 ${figure(schools)} 所，学位 ${figure(total)} 个（小学 ${figure(primary)}，初中 ${figure(junior)}），投资 ${figure(investment)} 万元`,
    ...(placesUnknown ? [`${placesUnknown} 个项目学位未知`] : []),
    ...(remark ? [remark] : []),
  ].join('；');
}
