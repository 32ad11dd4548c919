import {
  type CampaignPack,
  checkPack,
  diffPacks,
  loadPack,
  packDataDirectory,
  type PackDiff,
  PackError,
  packIds,
} from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Command } from 'commander';
import { join } from 'node:path';
import { v7, validate as isUuid } from 'uuid';
import type { CommandContext } from '../../command-context.js';
import type { Actor } from '../../database/actor.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { createCampaign } from './create-campaign.js';
import { loadPackIntoCampaign } from './load-pack.js';
import { describeChecks, describeDiff, describeFaults, describePack } from './pack-report.js';
import { packDifference } from './pack-difference.js';
import { registerPackTest } from './pack-test.command.js';
import { readLoadedPack } from './pack.repository.js';

interface LoadOptions {
  readonly campaign?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

// No person: operations that record somebody are given null instead.
const consoleActor: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: '命令行',
  role: 'government_office',
  unitId: null,
  unitName: null,
};

/** `junheng pack check`, `pack load` and `pack test`. */
export function registerPackCommands(program: Command, context: CommandContext): void {
  const pack = program.command('pack').description('方案数据包：核对、载入；评估标准：检验');
  pack
    .command('check <id>')
    .description('核对数据包：列出内容和每一项核对结果。退出码：0 没有错误，1 有错误')
    .option('--json', '以 JSON 输出')
    .action((id: string, options: { json?: boolean }) => checkCommand(context, id, options.json ?? false));
  pack
    .command('load <id>')
    .description('把数据包载入创建工作，先显示差异。退出码：0 已载入或没有变化，1 有错误，2 须加 --yes 确认')
    .option('--campaign <id>', '创建工作编号；不写时用已载入此数据包的那一项，没有则新建')
    .option('--yes', '确认载入')
    .option('--json', '以 JSON 输出')
    .action((id: string, options: LoadOptions) => loadCommand(context, id, options));
  registerPackTest(pack, context);
}

async function checkCommand(context: CommandContext, id: string, json: boolean): Promise<void> {
  await withPack(context, id, json, (pack) => {
    const checks = checkPack(pack);
    if (checks.some((check) => check.level === 'error')) context.setExitCode(1);
    const { fingerprint, name, place } = pack;
    const lines = [...describePack(pack), '', ...describeChecks(checks)];
    print(context, json, { packId: id, name, place, fingerprint, counts: countsOf(pack), checks }, lines);
  });
}

async function loadCommand(context: CommandContext, id: string, options: LoadOptions): Promise<void> {
  await withPack(context, id, options.json ?? false, (pack) =>
    context.withRuntime(({ unitOfWork }) => loadInto(context, unitOfWork, pack, options)),
  );
}

async function loadInto(
  context: CommandContext,
  unitOfWork: UnitOfWork,
  pack: CampaignPack,
  options: LoadOptions,
): Promise<void> {
  const found = options.campaign ?? (await campaignHolding(unitOfWork, pack.id));
  const preview = found
    ? await previewIn(unitOfWork, found, pack)
    : { diff: diffPacks(null, pack), unchanged: false };
  const { diff, unchanged } = preview;
  const loaded = !unchanged && options.yes === true;
  if (!unchanged && !loaded) context.setExitCode(2);
  const campaignId = loaded ? await writeInto(unitOfWork, found, pack) : (found ?? null);
  const { id: packId, fingerprint } = pack;
  const lines = [...describePack(pack), '', ...describeDiff(diff), outcomeOf(campaignId, unchanged, loaded)];
  print(
    context,
    options.json ?? false,
    { packId, fingerprint, campaignId, unchanged, loaded, ...diff },
    lines,
  );
}

/** @returns the campaign the pack was loaded into, made for it when none was found */
async function writeInto(
  unitOfWork: UnitOfWork,
  found: string | undefined,
  pack: CampaignPack,
): Promise<string> {
  const campaignId = found ?? v7();
  await unitOfWork.run({ actor: consoleActor, campaignId }, async (work) => {
    const unattended = { ...work, actor: null };
    if (!found) await createCampaign(unattended, pack);
    await loadPackIntoCampaign(unattended, pack);
  });
  return campaignId;
}

function outcomeOf(campaignId: string | null, unchanged: boolean, loaded: boolean): string {
  const target = campaignId === null ? '新的创建工作' : `创建工作 ${campaignId}`;
  if (unchanged) return `${target}已是此数据包，没有变化。`;
  return loaded ? `已载入${target}。` : `尚未载入。确认以上内容后，加 --yes 载入${target}。`;
}

async function previewIn(
  unitOfWork: UnitOfWork,
  campaignId: string,
  pack: CampaignPack,
): Promise<{ diff: PackDiff; unchanged: boolean }> {
  const none = new DomainError('not_found', { detail: `没有编号为 ${campaignId} 的创建工作。` });
  if (!isUuid(campaignId)) throw none;
  return unitOfWork.read({ actor: consoleActor, campaignId }, async (work) => {
    const loaded = await readLoadedPack(work);
    if (!loaded) throw none;
    const diff = await packDifference(work, loaded, pack);
    return { diff, unchanged: loaded.fingerprint === pack.fingerprint };
  });
}

/** The campaign that already holds the pack, if exactly one does. */
async function campaignHolding(unitOfWork: UnitOfWork, packId: string): Promise<string | undefined> {
  const rows = await unitOfWork.dataSource.query<{ id: string }[]>(
    `SELECT id FROM campaign WHERE pack_id = $1`,
    [packId],
  );
  if (rows.length > 1) {
    throw new DomainError('rule_refused', {
      detail: `有${rows.length}项创建工作用了此数据包，请用 --campaign 指定：${rows.map((row) => row.id).join('、')}`,
    });
  }
  return rows[0]?.id;
}

/** Reads the pack and hands it on; what keeps it from being read or loaded is told and ends with exit code 1. */
async function withPack(
  context: CommandContext,
  id: string,
  json: boolean,
  use: (pack: CampaignPack) => void | Promise<void>,
): Promise<void> {
  try {
    if (!packIds().includes(id)) {
      throw new DomainError('not_found', { detail: `没有数据包“${id}”。现有：${packIds().join('、')}` });
    }
    await use(loadPack(join(packDataDirectory(), id)));
  } catch (error) {
    if (error instanceof PackError) {
      print(context, json, { packId: id, faults: error.faults }, describeFaults(error.faults));
    } else if (error instanceof DomainError) {
      print(context, json, { packId: id, error: error.message }, [error.message]);
    } else throw error;
    context.setExitCode(1);
  }
}

function countsOf(pack: CampaignPack): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pack).flatMap(([key, value]) => (Array.isArray(value) ? [[key, value.length]] : [])),
  );
}

function print(context: CommandContext, json: boolean, report: object, lines: readonly string[]): void {
  context.print(json ? JSON.stringify(report, null, 2) : lines.join('\n'));
}
