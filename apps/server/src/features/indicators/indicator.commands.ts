import { writeFile } from 'node:fs/promises';
import { exampleCosts, explain, type Stage } from '#indicator-engine';
import { civilDate, type CivilDate, DomainError } from '#kernel';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { evaluateFile, type FileEvaluation } from './evaluate-file.js';
import { evaluationJson } from './evaluation-json.js';
import { evaluationText } from './evaluation-text.js';
import { explanationJson, explanationText } from './explanation.js';
import { rejectedWorkbook } from './files/templates.js';
import { importText } from './import-text.js';
import { planRemedy } from './plan-remedy.js';
import { projected, type ProjectOptions } from './projection/project-file.js';
import { readCostsFile } from './read-costs.js';
import { remedyJson } from './remedy-json.js';
import { remedyText } from './remedy-text.js';

interface FileOptions {
  readonly place?: string;
  readonly asOf?: string;
  readonly classes?: string;
  readonly county?: string;
  readonly sheet?: string;
  readonly errors?: string;
  readonly json?: boolean;
}

/** What the commands take from the environment. */
export interface Surroundings {
  today(): CivilDate;
  standards(): string | undefined;
}

interface ExplainOptions extends FileOptions {
  readonly school?: string;
  readonly indicator: string;
  readonly stage?: Stage;
}

interface RemedyOptions extends FileOptions {
  readonly costs?: string;
  readonly move?: boolean;
}

/**
 * `junheng indicators evaluate|explain|remedy|project`: from a file, without any database.
 * @param surroundings the day, asked only when none is given, and the county's own standard files
 */
export function registerIndicatorCommands(
  program: Command,
  context: CommandContext,
  surroundings: Surroundings,
): void {
  const indicators = program.command('indicators').description('指标：由学校基本情况表评估，不需要数据库');
  const command = (name: string, description: string): Command =>
    indicators
      .command(`${name} <file>`)
      .description(`${description}。退出码：0 已输出，1 有错误`)
      .option('--place <id>', '地方目标：xinmi、gulou、puyang、qinxian；不写只按国家标准')
      .option('--as-of <date>', '按哪一天有效的标准，如 2026-09-01；不写为今天')
      .option('--classes <file>', '班级情况表，用于 C12 等')
      .option('--county <file>', '县级数据（YAML）：县里自己填的数、判定、一票否决、特殊情形')
      .option('--sheet <name>', '读哪个工作表；不写为第一个表头相符的')
      .option('--errors <file>', '有错误时，把有错的行写成 Excel 文件')
      .option('--json', '以 JSON 输出');
  command('evaluate', '评估全县和每所学校').action((file: string, options: FileOptions) =>
    run(context, file, options, surroundings, (evaluation) => evaluated(context, evaluation, options)),
  );
  command('explain', '说明一个数字是怎样算出来的')
    .option('--school <code>', '学校标识码；不写为全县')
    .requiredOption('--indicator <id>', '指标，如 C4')
    .addOption(new Option('--stage <stage>', '学段；不写为各学段').choices(['primary', 'junior']))
    .action((file: string, options: ExplainOptions) =>
      run(context, file, options, surroundings, (evaluation) => explained(context, evaluation, options)),
    );
  command('remedy', '缺什么，怎样补最省')
    .option('--costs <file>', '单价文件（YAML，单位是元），如 C1: 100000；不写用示例单价')
    .option('--move', '教师可在校际调配')
    .action((file: string, options: RemedyOptions) =>
      run(context, file, options, surroundings, (evaluation) => mended(context, evaluation, options)),
    );
  command('project', '按推演条件逐年推算以后各年')
    .requiredOption('--assumptions <file>', '推演条件文件（YAML）：学生数变化和建设项目')
    .option('--to <year>', '推演到哪一年；不写用文件里的“推演到”，都没有则推演 5 年')
    .action((file: string, options: FileOptions & ProjectOptions) =>
      run(context, file, options, surroundings, async (evaluation) =>
        context.print(await projected(evaluation, options, surroundings.standards())),
      ),
    );
}

type Complete = FileEvaluation & { readonly result: NonNullable<FileEvaluation['result']> };

async function run(
  context: CommandContext,
  file: string,
  options: FileOptions,
  surroundings: Surroundings,
  answer: (evaluation: Complete) => void | Promise<void>,
): Promise<void> {
  try {
    const evaluation = await evaluateFile({
      schools: file,
      classes: options.classes ?? null,
      county: options.county ?? null,
      standards: surroundings.standards(),
      sheet: options.sheet ?? null,
      place: options.place ?? null,
      asOf: options.asOf === undefined ? surroundings.today() : civilDate(options.asOf),
    });
    const { result } = evaluation;
    if (result !== null) return await answer({ ...evaluation, result });
    context.setExitCode(1);
    const report = options.json
      ? [JSON.stringify(evaluationJson(evaluation), null, 2)]
      : readingLines(evaluation);
    context.print([...report, ...(await writeRejected(evaluation, options))].join('\n'));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.print(options.json ? JSON.stringify({ error: error.message }, null, 2) : error.message);
    context.setExitCode(1);
  }
}

function readingLines({ schools, classes }: FileEvaluation): string[] {
  return [...importText(schools), ...(classes ? importText(classes) : [])];
}

async function writeRejected({ schools, classes }: FileEvaluation, options: FileOptions): Promise<string[]> {
  if (options.errors === undefined) return [];
  const rejecting = schools.faultCount > 0 ? schools : classes;
  if (rejecting) await writeFile(options.errors, await rejectedWorkbook(rejecting));
  return options.json ? [] : [`有错的行已写入 ${options.errors}，改正后可直接导入`];
}

function evaluated(context: CommandContext, evaluation: Complete, { json }: FileOptions): void {
  if (json) return context.print(JSON.stringify(evaluationJson(evaluation), null, 2));
  const { result, standard } = evaluation;
  context.print([...readingLines(evaluation), '', ...evaluationText(result, standard)].join('\n'));
}

function explained(context: CommandContext, evaluation: Complete, options: ExplainOptions): void {
  const { result, standard, schools } = evaluation;
  const { indicator, school = null, stage = null } = options;
  if (school !== null && !schools.accepted.some(({ code }) => code === school)) {
    throw new DomainError('not_found', { detail: `文件里没有标识码为 ${school} 的学校。` });
  }
  const explanations = explain(result, standard, { indicator: indicator.toUpperCase(), school, stage });
  if (explanations.length === 0) {
    throw new DomainError('not_found', { detail: `没有“${indicator}”的结果；指标应是 C1 至 C31。` });
  }
  if (options.json) {
    context.print(JSON.stringify(explanationJson(explanations, standard), null, 2));
  } else context.print(explanationText(explanations).join('\n'));
}

async function mended(context: CommandContext, evaluation: Complete, options: RemedyOptions): Promise<void> {
  const { standard, schools } = evaluation;
  const costs = options.costs === undefined ? exampleCosts : await readCostsFile(options.costs);
  const plan = planRemedy(schools.accepted, standard, costs, options.move ? 'move' : 'add');
  if (options.json) return context.print(JSON.stringify(remedyJson(plan, standard), null, 2));
  context.print(remedyText(plan, standard, options.costs === undefined).join('\n'));
}
