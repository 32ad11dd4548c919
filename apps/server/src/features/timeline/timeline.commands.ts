import { DomainError } from '#kernel';
import type { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../command-context.js';
import { systemActor } from '../../jobs/system-actor.js';
import { onlyCampaign } from '../../only-campaign.js';
import { Evaluations, Standards } from '../indicators/indicators.module.js';
import { registerBaselineCommands } from './baselines/baseline.commands.js';
import { evaluateGates } from './evaluate-gates.js';
import { readTimeline } from './read-timeline.js';
import { type TimelinePorts, timelinePorts } from './timeline-ports.js';
import { timelineText } from './timeline-text.js';

interface ShowOptions {
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `junheng timeline show`, `junheng baseline take`, `junheng baseline compare`. */
export function registerTimelineCommands(program: Command, context: CommandContext): void {
  const portsOf = ({ config }: CommandRuntime): TimelinePorts =>
    timelinePorts(new Evaluations(new Standards(config)));
  program
    .command('timeline')
    .description('时间轴')
    .command('show')
    .description('各阶段的时间、过关条件和最近的期限。退出码：0 已输出，1 有错误')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: ShowOptions) => show(context, portsOf, options));
  registerBaselineCommands(program, context, (runtime) => portsOf(runtime).sources);
}

async function show(
  context: CommandContext,
  portsOf: (runtime: CommandRuntime) => TimelinePorts,
  options: ShowOptions,
): Promise<void> {
  try {
    await context.withRuntime(async (runtime) => {
      const campaignId = await onlyCampaign(runtime.dataSource, options.campaign);
      const { conditions, sources } = portsOf(runtime);
      const { view, gates } = await runtime.unitOfWork.read(
        { actor: systemActor, campaignId },
        async (work) => ({
          view: await readTimeline(work, sources),
          gates: await evaluateGates(work, conditions),
        }),
      );
      context.print(
        options.json ? JSON.stringify({ ...view, gates: gates.items }, null, 2) : timelineText(view, gates),
      );
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}
