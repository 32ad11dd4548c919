import { join } from 'node:path';
import {
  loadBehaviour,
  loadPack,
  packDataDirectory,
  PackError,
  packIds,
  usualBehaviourFile,
} from '#campaign-pack';
import { civilDate, DomainError } from '#kernel';
import type { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../command-context.js';
import { withScratchDatabase } from '../../database/scratch-database.js';
import { loadPublishedCalendar } from '../../prepare.js';
import { runSimulation, type SimulationInput } from './run-simulation.js';
import { shippedRules } from './set-rules.js';
import { simulationText } from './simulation-text.js';

interface SimulateOptions {
  readonly pack: string;
  readonly from: string;
  readonly to: string;
  readonly behaviour?: string;
  readonly seed: string;
  readonly ladder: string;
  readonly json?: boolean;
}

/** `junheng simulate`. */
export function registerSimulationCommands(program: Command, context: CommandContext): void {
  program
    .command('simulate')
    .description('在临时数据库里逐日推演一项创建工作，不动真实数据。退出码：0 已输出，1 有错误')
    .requiredOption('--pack <id>', '方案数据包，如 xinmi')
    .requiredOption('--from <date>', '开始日期，如 2021-04-06')
    .requiredOption('--to <date>', '结束日期，如 2023-09-30')
    .option('--behaviour <file>', '各单位怎样办事（YAML）；不写用自带的“常见情形”')
    .option('--seed <number>', '随机种子，相同的种子结果相同', '1')
    .option('--ladder <id>', '督办阶梯：xinmi 或 three-colours', 'xinmi')
    .option('--json', '以 JSON 输出')
    .action((options: SimulateOptions) => simulate(context, options));
}

async function simulate(context: CommandContext, options: SimulateOptions): Promise<void> {
  try {
    await context.withRuntime(async (runtime) => {
      const input = await readInput(runtime, options);
      const result = await withScratchDatabase(runtime.dataSource, async (scratch) => {
        await loadPublishedCalendar(scratch);
        return runSimulation(scratch, input);
      });
      if (options.json) context.print(JSON.stringify(result, null, 2));
      else for (const line of simulationText(result)) context.print(line);
    });
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof PackError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}

async function readInput(
  { time, dataSource }: CommandRuntime,
  options: SimulateOptions,
): Promise<SimulationInput> {
  const { pack, behaviour = usualBehaviourFile() } = options;
  if (!packIds().includes(pack)) {
    throw new DomainError('not_found', {
      detail: `没有方案数据包“${pack}”。可用：${packIds().join('、')}。`,
    });
  }
  if (!/^\d{1,9}$/.test(options.seed)) {
    throw new DomainError('malformed', { detail: `随机种子应是不超过 9 位的整数，收到“${options.seed}”。` });
  }
  const { calendar } = await time.moment(dataSource.manager);
  return {
    pack: loadPack(join(packDataDirectory(), pack)),
    behaviour: loadBehaviour(behaviour),
    calendar,
    from: civilDate(options.from),
    to: civilDate(options.to),
    seed: Number(options.seed),
    rules: shippedRules(options.ladder),
  };
}
