import { isCivilDate } from '#kernel';
import type { Phase, Project, ProjectYear, Stage, Target } from './campaign-pack.js';
import type { EntryReader } from './entry-reader.js';
import type { PackReading } from './pack-reading.js';

const decimal = /^(0|[1-9]\d*)(\.\d+)?$/;
const stages: Readonly<Record<string, Stage>> = { primary: 'primary', junior: 'junior' };

export function readPhases(reading: PackReading): Phase[] {
  return reading.each('phases', 'phase', (entry, id, order) => {
    const phase: Phase = {
      id,
      name: entry.text('name'),
      startsOn: entry.optionalDate('startsOn'),
      endsOn: entry.optionalDate('endsOn'),
      undetermined: entry.flag('undetermined'),
      order,
      ...reading.basis(entry),
    };
    const dated = phase.startsOn !== null && phase.endsOn !== null;
    if (dated === phase.undetermined)
      entry.fault('undetermined', '阶段应写明起止日期，或写明待定（undetermined）');
    if (dated && phase.endsOn < phase.startsOn) entry.fault('endsOn', '阶段的截止日期早于开始日期');
    return phase;
  });
}

export function readProjects(reading: PackReading): Project[] {
  return reading.each('projects', 'project', (entry, id, order) => ({
    id,
    school: entry.text('school'),
    kind: entry.oneOf('kind', ['new_build', 'extension', 'relocation']),
    year: entry.integer('year'),
    stages: readStages(entry),
    order,
    ...reading.basis(entry),
  }));
}

export function readProjectYears(reading: PackReading): ProjectYear[] {
  return reading.each('projectYears', 'year', (entry, id, order) => ({
    id,
    year: entry.integer('year'),
    schools: entry.integer('schools'),
    places: {
      primary: entry.optionalInteger('placesPrimary'),
      junior: entry.optionalInteger('placesJunior'),
    },
    placesTotal: entry.optionalInteger('placesTotal'),
    classes: entry.optionalInteger('classes'),
    investment: entry.optionalDecimal('investment'),
    investmentScope: entry.optionalText('investmentScope'),
    order,
    ...reading.basis(entry),
  }));
}

export function readTargets(reading: PackReading): Target[] {
  return reading.each('targets', 'target', (entry, id, order) => {
    const target: Target = {
      id,
      kind: entry.oneOf('kind', ['indicator', 'quantity', 'ratio', 'date', 'money']),
      name: entry.text('name'),
      operator: entry.oneOf('operator', ['≥', '≤', '=', '<']),
      value: entry.text('value'),
      unit: entry.text('unit'),
      dueOn: entry.optionalDate('dueOn'),
      measure: entry.optionalOneOf('measure', ['goal_date', 'class_size', 'school_size']),
      stage: entry.optionalOneOf('stage', ['primary', 'junior', 'nine_year']),
      order,
      ...reading.basis(entry),
    };
    refuseBadValue(entry, target);
    return target;
  });
}

function refuseBadValue(entry: EntryReader, target: Target): void {
  if (target.value === '') return;
  const fits = target.kind === 'date' ? isCivilDate(target.value) : decimal.test(target.value);
  const expected = target.kind === 'date' ? '日期，应写成 2022-03-05 这样真实存在的日期' : '数';
  if (!fits) entry.fault('value', `“value”的内容“${target.value}”不对：应是${expected}`);
  if ((target.measure === 'goal_date') !== (target.kind === 'date')) {
    entry.fault('measure', '日期类目标值与 goal_date 应同时使用');
  }
}

function readStages(entry: EntryReader): Stage[] {
  const texts = entry.texts('stages');
  if (texts.length === 0) entry.fault('stages', '项目缺少学段（stages）');
  return texts.flatMap((text) => {
    const stage = stages[text];
    if (!stage) entry.fault('stages', `没有学段“${text}”：应是 primary 或 junior`);
    return stage ?? [];
  });
}
