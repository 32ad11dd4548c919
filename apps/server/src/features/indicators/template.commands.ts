import { writeFile } from 'node:fs/promises';
import { DomainError } from '#kernel';
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
        await write(path, await workbook());
        context.print(json ? JSON.stringify({ file: path }) : `已写入 ${path}`);
      });
  }
}

/** Never over a file that is there: it may be the one somebody has just filled in. */
async function write(path: string, content: Buffer): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EEXIST' ? '已有这个文件，没有覆盖' : '文件写不进去';
    throw new DomainError('rule_refused', { detail: `${reason}：${path}。` });
  });
}
