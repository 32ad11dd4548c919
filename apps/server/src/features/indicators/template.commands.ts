import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { classTemplate, schoolTemplate } from './files/templates.js';

const templates = [
  ['schools', '学校基本情况表', schoolTemplate],
  ['classes', '班级情况表', classTemplate],
] as const;

/** `junheng template schools|classes [file]`: the empty tables to fill in. */
export function registerTemplateCommands(program: Command, context: CommandContext): void {
  const template = program.command('template').description('空白填报表，含填表说明');
  for (const [name, title, workbook] of templates) {
    template
      .command(`${name} [file]`)
      .description(`${title}；不写文件名时存为 ${title}.xlsx。退出码：0 已写入，1 有错误`)
      .option('--json', '以 JSON 输出')
      .action(async (file: string | undefined, { json }: { json?: boolean }) => {
        const path = file ?? `${title}.xlsx`;
        const error = await write(path, await workbook());
        if (error !== null) context.setExitCode(1);
        if (json) context.print(JSON.stringify(error === null ? { file: path } : { error }));
        else context.print(error ?? `已写入 ${path}`);
      });
  }
}

/**
 * Never over a file that is there: it may be the one somebody has just filled in.
 * @returns why it was not written
 */
async function write(path: string, content: Buffer): Promise<string | null> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return null;
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return `${exists ? '已有这个文件，没有覆盖' : '文件写不进去'}：${path}。`;
  }
}
