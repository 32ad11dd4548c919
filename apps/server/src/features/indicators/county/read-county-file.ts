import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EntryReader, type PackFault, YamlSource } from '#campaign-pack';
import {
  caseValues,
  type CountyInputs,
  type Judgement,
  type SpecialCaseUse,
  type Standard,
  type VetoEvent,
} from '#indicator-engine';
import { DomainError } from '#kernel';
import { countyKeys, type FigureKey } from './figure-keys.js';
import { parseFigure } from './parse-figure.js';

const nothing: CountyInputs = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };
const sections = ['figures', 'schoolFigures', 'judgements', 'vetoes', 'specialCases'];

/**
 * Reads what a county enters itself from YAML, as docs/schemas/county-inputs.schema.json describes it.
 * @param path null: nothing was entered
 * @param schools codes of the school table
 * @throws DomainError `malformed` with every fault and its line
 */
export async function readCountyFile(
  path: string | null,
  standard: Standard,
  schools: ReadonlySet<string>,
): Promise<CountyInputs> {
  if (path === null) return nothing;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DomainError('malformed', { detail: `县级数据文件打不开：${path}。` });
  });
  const faults: PackFault[] = [];
  const root = EntryReader.root(new YamlSource(basename(path), text, faults));
  const reading = new CountyReading(root, standard, schools);
  const county: CountyInputs = {
    ...reading.figures(),
    judgements: reading.judgements(),
    vetoes: reading.vetoes(),
    specialCases: reading.specialCases(),
  };
  for (const section of sections) root.expect(section);
  root.finish();
  if (faults.length === 0) return county;
  const lines = faults.map(({ file, line, message }) => `${file} 第 ${line} 行：${message}`);
  throw new DomainError('malformed', {
    detail: `县级数据有 ${lines.length} 处错误：\n  ${lines.join('\n  ')}`,
  });
}

/** One file against one standard and one table of schools. */
class CountyReading {
  private readonly keys: ReadonlyMap<string, FigureKey>;

  constructor(
    private readonly root: EntryReader,
    private readonly standard: Standard,
    private readonly schools: ReadonlySet<string>,
  ) {
    this.keys = new Map(countyKeys(standard).map((each) => [each.key, each]));
  }

  figures(): Pick<CountyInputs, 'figures' | 'schoolFigures' | 'cells'> {
    const cells: Record<string, string> = {};
    const read = (entry: EntryReader, prefix: string, perSchool: boolean): Record<string, string> => {
      const values: Record<string, string> = {};
      for (const { key, name } of [...this.keys.values()].filter((each) => each.perSchool === perSchool)) {
        const typed = entry.optionalText(key);
        const number = typed === null ? null : parseFigure(typed);
        if (typed !== null && number === null) entry.fault(key, `${name}“${typed}”不是 0 以上的数`);
        if (number === null) continue;
        values[key] = number;
        cells[`${prefix}${key}`] = `${entry.source.file} 第 ${entry.lineOf(key)} 行`;
      }
      entry.finish();
      return values;
    };
    const county = this.root.section('figures', '县级数据');
    const schools = this.root.entries('schoolFigures', '学校数据').map((entry) => {
      const code = this.school(entry);
      return [code, read(entry, `schoolFigures.${code}.`, true)] as const;
    });
    const figures = county ? read(county, 'figures.', false) : {};
    return { figures, schoolFigures: Object.fromEntries(schools), cells };
  }

  judgements(): Judgement[] {
    return this.root.entries('judgements', '判定').map((entry) => {
      const indicator = entry.text('indicator');
      const [test, point] = [entry.optionalText('test'), entry.optionalText('point')];
      const found = this.standard.indicators.find(({ id }) => id === indicator);
      const judged = (found?.tests ?? []).filter(({ method }) => method === 'judged');
      if (judged.length === 0) entry.fault('indicator', `没有凭佐证判定的指标“${indicator}”`);
      else if (test === null ? judged.length > 1 : !judged.some(({ id }) => id === test))
        entry.fault('test', `“test”应是 ${judged.map(({ id }) => id).join('、')} 之一`);
      if (point !== null && !found?.points.some(({ id }) => id === point))
        entry.fault('point', `指标“${indicator}”在这一天没有评估要点“${point}”`);
      const judgement: Judgement = {
        indicator,
        test,
        point,
        outcome: entry.oneOf('outcome', ['met', 'unmet']),
        judgedOn: entry.date('judgedOn'),
        unit: entry.text('unit'),
        confirmedOn: entry.optionalDate('confirmedOn'),
        evidence: entry.optionalText('evidence'),
      };
      entry.finish();
      return judgement;
    });
  }

  vetoes(): VetoEvent[] {
    return this.root.entries('vetoes', '一票否决事件').map((entry) => {
      const veto = entry.text('veto');
      if (!this.standard.vetoes.some(({ id }) => id === veto))
        entry.fault('veto', `“veto”应是 ${this.standard.vetoes.map(({ id }) => id).join('、')} 之一`);
      const event: VetoEvent = {
        veto,
        occurredOn: entry.date('occurredOn'),
        school: entry.has('school') ? this.school(entry) : null,
        source: entry.text('source'),
        description: entry.text('description'),
        state: entry.oneOf('state', ['suspected', 'open', 'cleared']),
        clearedOn: entry.optionalDate('clearedOn'),
      };
      if ((event.state === 'cleared') !== (event.clearedOn !== null))
        entry.fault('clearedOn', '状态是 cleared 时要写 clearedOn，其他状态不写');
      entry.finish();
      return event;
    });
  }

  specialCases(): SpecialCaseUse[] {
    return this.root.entries('specialCases', '特殊情形').map((entry) => {
      const id = entry.text('case');
      const definition = this.standard.specialCases.find((each) => each.id === id);
      if (!definition) entry.fault('case', `标准里没有特殊情形“${id}”`);
      const wanted = definition ? caseValues(definition) : [];
      const use: SpecialCaseUse = {
        case: id,
        school: this.school(entry),
        values: Object.fromEntries(wanted.map(({ key }) => [key, entry.decimal(key)])),
        ground: entry.text('ground'),
        since: entry.date('since'),
      };
      entry.finish();
      return use;
    });
  }

  private school(entry: EntryReader): string {
    const code = entry.text('school');
    if (code !== '' && !this.schools.has(code)) entry.fault('school', `学校表里没有标识码为“${code}”的学校`);
    return code;
  }
}
