import { DomainError } from '#kernel';
import type { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../command-context.js';
import { systemActor } from '../../jobs/system-actor.js';
import { onlyCampaign } from '../../only-campaign.js';
import { Evaluations, Standards } from '../indicators/indicators.module.js';
import { registerBaselineCommands } from './baselines/baseline.commands.js';
import { evaluateGates } from './evaluate-gates.js';
import { GateConditions } from './gate-conditions.js';
import { readTimeline } from './read-timeline.js';
import { registerOwnConditions } from './timeline-ports.js';
import { TimelineSources } from './timeline-sources.js';
import { timelineText } from './timeline-text.js';

interface ShowOptions {
  readonly campaign?: string;
  readonly json?: boolean;
}

/** What stands beside the tasks, filled by the features that keep it. */
export interface TimelinePorts {
  readonly conditions: GateConditions;
  readonly sources: TimelineSources;
}

/**
 * `junheng timeline show`, `junheng baseline take`, `junheng baseline compare`.
 * @param fill hands in what other features keep, as their modules do in the server
 */
export function registerTimelineCommands(
  program: Command,
  context: CommandContext,
  fill: (ports: TimelinePorts, runtime: CommandRuntime) => void = () => undefined,
): void {
  const portsOf = (runtime: CommandRuntime): TimelinePorts => {
    const ports = { conditions: new GateConditions(), sources: new TimelineSources() };
    registerOwnConditions(ports.conditions, new Evaluations(new Standards(runtime.config)));
    fill(ports, runtime);
    return ports;
  };
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
