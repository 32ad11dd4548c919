import { writeFile } from 'node:fs/promises';
import { DomainError } from '#kernel';
import { tablesWorkbook } from '#official-documents';
import type { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../../command-context.js';
import { readCampaignName } from '../../../jobs/read-campaign-name.js';
import { systemActor } from '../../../jobs/system-actor.js';
import { onlyCampaign } from '../../../only-campaign.js';
import type { TimelineSources } from '../timeline-sources.js';
import type { BaselineRow } from './baselines.dto.js';
import { readBaselines } from './baselines.queries.js';
import { comparisonText } from './comparison-text.js';
import { compareBaseline } from './compare-baseline.js';
import { toComparisonSheet } from './comparison-sheet.js';
import { takeBaseline } from './take-baseline.js';

interface Options {
  readonly campaign?: string;
  readonly json?: boolean;
}
interface TakeOptions extends Options {
  readonly name: string;
  readonly note?: string;
}
interface CompareOptions extends Options {
  readonly name: string;
  readonly to?: string;
  readonly xlsx?: string;
}
type SourcesOf = (runtime: CommandRuntime) => TimelineSources;

export function registerBaselineCommands(
  program: Command,
  context: CommandContext,
  sourcesOf: SourcesOf,
): void {
  const baseline = program.command('baseline').description('进度基线');
  baseline
    .command('take')
    .description('把今天的阶段、任务、节点和目标值存为基线，以后不能改。退出码：0 已存，1 有错误')
    .requiredOption('--name <name>', '名称，不能与已有的相同')
    .option('--note <text>', '说明')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: TakeOptions) =>
      answer(context, options, (runtime) => take(context, runtime, sourcesOf, options)),
    );
  baseline
    .command('compare')
    .description('一条基线对照现在或另一条基线。退出码：0 已输出，1 有错误')
    .requiredOption('--name <name>', '基线名称')
    .option('--to <name>', '另一条基线的名称；不写为现在')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .option('--xlsx <file>', '写成 Excel 文件')
    .action((options: CompareOptions) =>
      answer(context, options, (runtime) => compare(context, runtime, sourcesOf, options)),
    );
}

async function answer(
  context: CommandContext,
  options: Options,
  command: (runtime: CommandRuntime) => Promise<void>,
): Promise<void> {
  try {
    await context.withRuntime(command);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}

async function take(
  context: CommandContext,
  runtime: CommandRuntime,
  sourcesOf: SourcesOf,
  options: TakeOptions,
): Promise<void> {
  const campaignId = await onlyCampaign(runtime.dataSource, options.campaign);
  const row = await runtime.unitOfWork.run({ actor: systemActor, campaignId }, async (work) => {
    const input = { name: options.name, ...(options.note === undefined ? {} : { note: options.note }) };
    const id = await takeBaseline(work, sourcesOf(runtime), input);
    return (await readBaselines(work)).find((one) => one.id === id);
  });
  if (!row) throw new Error('the baseline was not kept');
  const { phases, milestones, tasks, targets } = row;
  const text = `已存基线“${row.name}”：阶段 ${phases}、节点 ${milestones}、任务 ${tasks}、目标值 ${targets}`;
  context.print(options.json ? JSON.stringify(row, null, 2) : text);
}

async function compare(
  context: CommandContext,
  runtime: CommandRuntime,
  sourcesOf: SourcesOf,
  options: CompareOptions,
): Promise<void> {
  const campaignId = await onlyCampaign(runtime.dataSource, options.campaign);
  const scope = { actor: systemActor, campaignId };
  const { comparison, name } = await runtime.unitOfWork.read(scope, async (work) => {
    const baselines = await readBaselines(work);
    const from = named(baselines, options.name);
    const query = options.to === undefined ? {} : { to: named(baselines, options.to).id };
    return {
      comparison: await compareBaseline(work, sourcesOf(runtime), from.id, query),
      name: await readCampaignName(work),
    };
  });
  if (options.xlsx !== undefined)
    await writeFile(options.xlsx, await tablesWorkbook([toComparisonSheet(comparison, name)]));
  if (options.json) context.print(JSON.stringify(comparison, null, 2));
  else if (options.xlsx !== undefined) context.print(`已写入 ${options.xlsx}`);
  else context.print(comparisonText(comparison));
}

function named(baselines: readonly BaselineRow[], name: string): BaselineRow {
  const found = baselines.find((one) => one.name === name.trim());
  if (found) return found;
  const known = baselines.map((one) => `“${one.name}”`).join('、') || '无';
  throw new DomainError('not_found', { detail: `没有名为“${name}”的基线。已有：${known}。` });
}
