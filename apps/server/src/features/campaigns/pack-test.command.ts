import { join } from 'node:path';
import { PackError, runPackTests, standardsDirectory } from '#campaign-pack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { describeFaults } from './pack-report.js';

/** `junheng pack test`: holds the standard against the situations that experts wrote. */
export function registerPackTest(pack: Command, context: CommandContext): void {
  pack
    .command('test [folder]')
    .description(
      '用情形文件（YAML）检验评估标准；不写文件夹时用随程序提供的。退出码：0 全部相符，1 有不符或错误',
    )
    .option('--json', '以 JSON 输出')
    .action((folder: string | undefined, options: { json?: boolean }) =>
      testCommand(context, folder ?? join(standardsDirectory(), 'tests'), options.json ?? false),
    );
}

function testCommand(context: CommandContext, folder: string, json: boolean): void {
  try {
    const results = runPackTests(folder);
    const failed = results.filter(({ ok }) => !ok);
    if (failed.length > 0) context.setExitCode(1);
    const lines = [
      ...failed.flatMap(({ file, line, sentence, differences }) => [
        `× ${file} 第${line}行：${sentence}`,
        ...differences.map((difference) => `    ${difference}`),
      ]),
      `情形${results.length}个：相符${results.length - failed.length}，不符${failed.length}`,
    ];
    context.print(json ? JSON.stringify({ results }, null, 2) : lines.join('\n'));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    context.print(
      json ? JSON.stringify({ faults: error.faults }, null, 2) : describeFaults(error.faults).join('\n'),
    );
    context.setExitCode(1);
  }
}
