import {
  conclusionNames,
  type CountyInputs,
  type Judgement,
  resourceIndicators,
  type StandardCatalogue,
  type Term,
  verdictNames,
  type VetoEvent,
} from '#indicator-engine';
import { EntryReader } from '../entry-reader.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { readYamlDirectory } from '../yaml-source.js';
import { choice, optionalChoice, readClass, readSchool, readStage } from './read-school.js';
import type { Expectation, Situation } from './situation.js';

const outcomes = { 达标: 'met', 未达标: 'unmet' } as const;
const vetoStates = { 未处理: 'open', 疑似: 'suspected', 已解除: 'cleared' } as const;
const verdicts = new Set([...Object.values(verdictNames), ...Object.values(conclusionNames)]);

/** Reads `情形` of every YAML file of a directory. @throws PackError with every fault of every file */
export function readSituations(directory: string, catalogue: StandardCatalogue): Situation[] {
  const faults: PackFault[] = [];
  const situations = readYamlDirectory(directory, faults).flatMap((source) => {
    const root = EntryReader.root(source);
    const read = root.entries('情形', '情形').map((entry) => readSituation(entry, catalogue));
    root.finish();
    return read;
  });
  if (faults.length > 0) throw new PackError(faults);
  return situations;
}

function readSituation(entry: EntryReader, catalogue: StandardCatalogue): Situation {
  const schools = each(entry, '学校', readSchool);
  const situation: Situation = {
    file: entry.source.file,
    line: entry.line,
    sentence: entry.text('说明'),
    asOf: entry.date('日期'),
    place: readPlace(entry, catalogue),
    input: {
      schools,
      classes: entry.has('班级') ? each(entry, '班级', readClass) : null,
      county: readCounty(entry, catalogue),
    },
    expected: each(entry, '预期', readExpectation),
  };
  entry.expect('班级');
  if (situation.expected.length === 0) entry.fault('预期', '没有写预期，这条情形什么也不核对');
  entry.finish();
  return situation;
}

function each<T>(entry: EntryReader, key: string, read: (entry: EntryReader) => T): T[] {
  return entry.entries(key, key).map((one) => {
    const result = read(one);
    one.finish();
    return result;
  });
}

/** A place is named by its id or its Chinese name. */
function readPlace(entry: EntryReader, catalogue: StandardCatalogue): string | null {
  const places = catalogue.places.flatMap(({ id, name }) => [
    [id, id],
    [name, id],
  ]);
  return optionalChoice(entry, '地方', Object.fromEntries(places) as Record<string, string>);
}

/** County figures and figures of schools go by the names the standard gives them. */
function readCounty(entry: EntryReader, catalogue: StandardCatalogue): CountyInputs {
  const terms = catalogue.indicators
    .flatMap(({ tests }) => tests)
    .filter(({ method }) => method === 'ratio' || method === 'small_school')
    .flatMap(({ numerator, denominator }) => [...numerator, ...denominator]);
  const section = entry.section('县级数据', '县级数据');
  const figures = section ? readFigures(section, terms) : {};
  section?.finish();
  const schoolFigures = each(
    entry,
    '学校数据',
    (one) => [one.text('学校'), readFigures(one, terms)] as const,
  );
  return {
    figures,
    schoolFigures: Object.fromEntries(schoolFigures),
    judgements: each(entry, '判定', readJudgement),
    vetoes: each(entry, '一票否决', (one) => readVeto(one, catalogue)),
  };
}

function readFigures(entry: EntryReader, terms: readonly Term[]): Record<string, string> {
  const read = terms.map(({ key, name }) => [key, entry.optionalText(name)] as const);
  return Object.fromEntries(read.flatMap(([key, text]) => (text === null ? [] : [[key, text]])));
}

function readJudgement(entry: EntryReader): Judgement {
  return {
    indicator: entry.text('指标'),
    test: entry.optionalText('测算'),
    point: entry.optionalText('要点'),
    outcome: choice(entry, '结果', outcomes) ?? 'unmet',
    judgedOn: entry.date('日期'),
    unit: entry.optionalText('单位') ?? '责任单位',
    confirmedOn: entry.optionalDate('确认'),
    evidence: null,
  };
}

function readVeto(entry: EntryReader, catalogue: StandardCatalogue): VetoEvent {
  const ids = Object.fromEntries(catalogue.vetoes.map(({ id, name }) => [name, id]));
  return {
    veto: choice(entry, '事项', ids) ?? '',
    occurredOn: entry.date('日期'),
    school: entry.optionalText('学校'),
    source: entry.optionalText('来源') ?? '督查',
    description: entry.optionalText('情况') ?? '',
    state: choice(entry, '状态', vetoStates) ?? 'open',
    clearedOn: entry.optionalDate('解除'),
  };
}

function readExpectation(entry: EntryReader): Expectation {
  const about = entry.optionalOneOf('核对', ['学校综合', '差异系数', '一票否决', '全县', '不列入']);
  const school = entry.optionalText('学校');
  const indicator = entry.optionalText('指标');
  return {
    line: entry.line,
    about: subjectOf(about, school, indicator),
    school,
    stage: readStage(entry),
    indicator,
    verdict: readVerdict(entry, '结论'),
    localVerdict: readVerdict(entry, '本地结论'),
    value: entry.optionalText('数值'),
    reason: entry.optionalText('原因'),
  };
}

function subjectOf(
  about: string | null,
  school: string | null,
  indicator: string | null,
): Expectation['about'] {
  if (about === '学校综合') return 'section';
  if (about === '差异系数') return 'coefficient';
  if (about === '一票否决') return 'veto';
  if (about === '全县') return 'county';
  if (about === '不列入') return 'excluded';
  const isResource = resourceIndicators.some((id) => id === indicator);
  return school !== null && isResource ? 'figure' : 'indicator';
}

function readVerdict(entry: EntryReader, key: string): string | null {
  const text = entry.optionalText(key);
  if (text !== null && !verdicts.has(text)) entry.fault(key, `“${key}”应是${[...verdicts].join('、')} 之一`);
  return text;
}
