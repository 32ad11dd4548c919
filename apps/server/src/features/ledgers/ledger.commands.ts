import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { civilDate, DomainError } from '#kernel';
import { type Command, Option } from 'commander';
import { v7 } from 'uuid';
import type { CommandContext, CommandRuntime } from '../../command-context.js';
import type { WorkScope } from '../../database/unit-of-work.js';
import { systemActor } from '../../jobs/system-actor.js';
import { onlyCampaign } from '../../only-campaign.js';
import { type ClassImportPreview, type ClassImportResult } from './class-imports.dto.js';
import { phaseNames } from './class-import-runs.queries.js';
import { ClassImports } from './class-imports.js';
import { confirmClassImport } from './confirm-class-import.js';
import { readLedgerRows } from './entries/list-entries.queries.js';
import { ledgerTools } from './follow-data.js';
import { ledgerListText, previewText, resultText } from './ledger-text.js';
import { type LedgerState, ledgerStates } from './ledger-state.js';
import { readOfficeActor } from './office-actor.queries.js';
import { readClassImport } from './preview-class-import.js';
import { censusDayOf, classFile } from './receive-class-file.js';

interface ImportOptions {
  readonly date?: string;
  readonly dryRun?: boolean;
  readonly goodRowsOnly?: boolean;
  readonly campaign?: string;
  readonly user?: string;
  readonly json?: boolean;
}

interface ListOptions {
  readonly kind: string;
  readonly state?: LedgerState;
  readonly campaign?: string;
  readonly json?: boolean;
}

/** `junheng import classes` and `junheng ledger list`. */
export function registerLedgerCommands(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('导入数据')
    .command('classes <file>')
    .description('班级情况表：核对、确认为普查，台账随之变动。退出码：0 已输出，1 有错误')
    .option('--date <date>', '普查日期，如 2026-09-01；不写为本学年 9 月 1 日')
    .option('--dry-run', '只核对和预览，不确认')
    .option('--good-rows-only', '有错误时只导入没有错误的行')
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--user <login>', '以谁的名义导入；不写为政府办')
    .option('--json', '以 JSON 输出')
    .action((file: string, options: ImportOptions) =>
      answering(context, options, (runtime) => importFile(context, runtime, file, options)),
    );
  program
    .command('ledger')
    .description('销号台账')
    .command('list')
    .description('台账条目，与页面同一口径。退出码：0 已输出，1 有错误')
    .requiredOption('--kind <kind>', '台账，如 大班额')
    .addOption(new Option('--state <state>', '只列这一状态').choices(ledgerStates))
    .option('--campaign <id>', '创建工作编号；只有一项时可不写')
    .option('--json', '以 JSON 输出')
    .action((options: ListOptions) =>
      answering(context, options, (runtime) => listEntries(context, runtime, options)),
    );
}

async function answering(
  context: CommandContext,
  { json }: { readonly json?: boolean },
  use: (runtime: CommandRuntime) => Promise<void>,
): Promise<void> {
  try {
    await context.withRuntime(use);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(json ? JSON.stringify({ error: error.message }) : error.message);
    context.setExitCode(1);
  }
}

async function importFile(
  context: CommandContext,
  { unitOfWork, config }: CommandRuntime,
  path: string,
  options: ImportOptions,
): Promise<void> {
  const campaignId = await onlyCampaign(unitOfWork.dataSource, options.campaign);
  const scope = await importer(unitOfWork.dataSource.manager, campaignId, options.user);
  const { standards, evaluations, kinds } = ledgerTools(config);
  const imports = new ClassImports(unitOfWork, standards, evaluations, kinds, config);
  const today = await unitOfWork.read(scope, (work) => Promise.resolve(work.today));
  const asOf = options.date === undefined ? censusDayOf(today) : civilDate(options.date);
  const form = classFile({ id: v7(), asOf, fileName: basename(path), bytes: await readBytes(path) });
  await imports.read(scope, form, progressLines());
  const { preview } = await unitOfWork.read(scope, (work) => readClassImport(work, imports.tools, form.id));
  if (!preview) throw new Error('the import that was just read is not there');
  if (!options.json) for (const line of previewText(preview, asOf)) context.print(line);
  const waived = options.goodRowsOnly === true && preview.rejected > 0;
  const stop = options.dryRun === true || (preview.rejected > 0 && !waived);
  const result = stop
    ? null
    : await unitOfWork.run(scope, (work) => confirmClassImport(work, imports.tools, form.id, waived));
  print(context, options, preview, result);
  if (result === null && options.dryRun !== true) context.setExitCode(1);
}

function print(
  context: CommandContext,
  { json }: ImportOptions,
  preview: ClassImportPreview,
  result: ClassImportResult | null,
): void {
  if (json) context.print(JSON.stringify({ preview, result }, null, 2));
  else if (result) for (const line of resultText(result)) context.print(line);
  else context.print(preview.rejected > 0 ? '有错误，没有导入任何一行。' : '只作预览，没有导入。');
}

async function importer(
  manager: CommandRuntime['dataSource']['manager'],
  campaignId: string,
  login: string | undefined,
): Promise<WorkScope> {
  const actor = await readOfficeActor(manager, campaignId, '命令行', login);
  if (actor) return { actor, campaignId };
  const detail = login === undefined ? '政府办还没有账号，请用 --user 指定。' : `没有账号“${login}”。`;
  throw new DomainError('not_found', { detail });
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new DomainError('not_found', { detail: `文件读不了：${path}。` });
  }
}

const rowsBetweenLines = 20_000;

/** On stderr, so that what is printed stays what was asked for. */
function progressLines(): (phase: keyof typeof phaseNames, rowsDone: number) => void {
  let last = { phase: '', rowsDone: 0 };
  return (phase, rowsDone) => {
    if (phase === last.phase && rowsDone - last.rowsDone < rowsBetweenLines) return;
    last = { phase, rowsDone };
    console.error(`${phaseNames[phase]}${rowsDone > 0 ? `：${rowsDone} 行` : ''}`);
  };
}

async function listEntries(
  context: CommandContext,
  { unitOfWork, config }: CommandRuntime,
  options: ListOptions,
): Promise<void> {
  const { kinds } = ledgerTools(config);
  const kind = kinds.named(options.kind);
  const campaignId = await onlyCampaign(unitOfWork.dataSource, options.campaign);
  const rows = await unitOfWork.read({ actor: systemActor, campaignId }, (work) =>
    readLedgerRows(work, kinds, { kind: kind.id, ...(options.state ? { state: [options.state] } : {}) }),
  );
  if (options.json)
    context.print(JSON.stringify({ kind: kind.id, total: rows.length, items: rows }, null, 2));
  else for (const line of ledgerListText(kind.name, rows)) context.print(line);
}
