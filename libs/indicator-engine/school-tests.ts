import { compareRatios, ratioOf, showDecimal, wholeRatio } from './decimal.js';
import { stageNames } from './amounts.js';
import { type AppliedCase, limitOf, roomsOf } from './special-cases.js';
import { evaluateRatio, judgedValue, withoutValue } from './ratio-test.js';
import { compulsoryStudents, stagesOf } from './sections.js';
import { combineVerdicts, judge, thresholdFor } from './thresholds.js';
import { inputStep, parameterStep, step, thresholdStep } from './trace.js';
import type { TestResult, TraceStep } from './results.js';
import {
  type ClassRecord,
  type EvaluationInput,
  type IndicatorTest,
  type SchoolRecord,
  type Stage,
  type Standard,
  type Verdict,
  verdictNames,
} from './types.js';

/** What a school test looks at. */
export interface SchoolCase {
  readonly school: SchoolRecord;
  readonly test: IndicatorTest;
  readonly input: EvaluationInput;
  readonly standard: Standard;
  /** Special cases registered for the school that concern this indicator. */
  readonly cases?: readonly AppliedCase[];
}

/**
 * Judges one school on a test that every school must pass: C10 rooms, C11 size, C12 classes, C13 funds, C26.
 * @returns null for a kind of school that the test does not cover
 * @example evaluateSchool({ school, test, input, standard })?.verdict // 'met'
 */
export function evaluateSchool(each: SchoolCase): TestResult | null {
  const { school, test } = each;
  if (test.kinds.length > 0 && !test.kinds.includes(school.kind)) return null;
  if (test.method === 'rooms') return rooms(each);
  if (test.method === 'school_size') return schoolSize(each);
  if (test.method === 'class_size') return classSize(each);
  if (test.method === 'small_school') return smallSchool(each);
  return ratioOfSchool(each);
}

function rooms({ school: listed, test, standard, cases = [] }: SchoolCase): TestResult {
  const { school, steps } = roomsOf(listed, cases);
  const counts = stagesOf(school.kind).map((stage) => school.classes[stage]);
  const cells = stagesOf(school.kind).map((stage) => school.cells?.[`classes.${stage}`]);
  const trace = [
    inputStep(
      `班数：${counts.map((count) => count ?? '无数据').join(' + ')}`,
      cells.find((cell) => cell),
    ),
    inputStep(`音乐教室达标间数：${school.musicRooms ?? '无数据'}`, school.cells?.['musicRooms']),
    inputStep(`美术教室达标间数：${school.artRooms ?? '无数据'}`, school.cells?.['artRooms']),
    ...steps,
  ];
  if (counts.includes(null) || school.musicRooms === null || school.artRooms === null) {
    return withoutValue(test, 'no_data', '班数或音乐、美术教室间数无数据', trace);
  }
  const classes = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  if (classes === 0) return withoutValue(test, 'not_applicable', '班数为0', trace);
  const rule = standard.rules.classesPerRoom;
  const needed = roomsFor(classes, rule.value.units, 10n ** BigInt(rule.value.scale));
  const verdict = school.musicRooms >= needed && school.artRooms >= needed ? 'met' : 'unmet';
  return {
    ...withoutValue(test, 'no_data', '', []),
    verdict,
    value: wholeRatio(Math.min(school.musicRooms, school.artRooms)),
    text: `音乐 ${school.musicRooms} 间、美术 ${school.artRooms} 间，各需 ${needed} 间`,
    reason: null,
    trace: [
      ...trace,
      parameterStep('每间对应班数', rule),
      step('formula', `需要间数 = 班数 ÷ ${showDecimal(rule.value)}，向上取整，音乐、美术各算`),
      step('step', `${classes} 班，各需 ${needed} 间`),
      step('verdict', `国家标准：${verdictNames[verdict]}`),
    ],
  };
}

function roomsFor(classes: number, units: bigint, scale: bigint): number {
  return Number((BigInt(classes) * scale + units - 1n) / units);
}

function schoolSize({ school, test, cases = [] }: SchoolCase): TestResult {
  const pupils = compulsoryStudents(school);
  const trace = stagesOf(school.kind).map((stage) =>
    inputStep(
      `${stageNames[stage]}在校生：${school.students[stage] ?? '无数据'}`,
      school.cells?.[`students.${stage}`],
    ),
  );
  if (pupils === null) return withoutValue(test, 'no_data', '在校生数无数据', trace);
  if (pupils === 0) return withoutValue(test, 'not_applicable', '义务教育阶段在校生为0', trace);
  return judgedValue(
    test,
    wholeRatio(pupils),
    limitOf(thresholdFor(test.national, null, school.kind), cases, trace),
    thresholdFor(test.local, null, school.kind),
    trace,
  );
}

/** Every class of every stage; one class over the line is enough, a class that is not listed leaves it open. */
function classSize(each: SchoolCase): TestResult {
  const { school, test, input } = each;
  const own = (input.classes ?? []).filter((one) => one.school === school.code);
  const parts = stagesOf(school.kind)
    .filter((stage) => school.students[stage] !== 0)
    .map((stage) => classesOfStage(each, stage, own));
  if (parts.length === 0) return withoutValue(test, 'not_applicable', '义务教育阶段在校生为0', []);
  const verdict = combineVerdicts(parts.map((part) => part.verdict));
  const locals = parts.map((part) => part.localVerdict).filter((one) => one !== null);
  const largest = own.reduce((most, one) => Math.max(most, one.students), 0);
  const reasons = parts.map((part) => part.reason).filter((one) => one !== null);
  return {
    ...withoutValue(test, 'no_data', '', []),
    verdict,
    localVerdict: locals.length === 0 ? null : combineVerdicts(locals),
    value: own.length === 0 ? null : wholeRatio(largest),
    text: own.length === 0 ? verdictNames[verdict] : `最大班 ${largest} 人`,
    reason: reasons.length === 0 ? null : reasons.join('；'),
    trace: parts.flatMap((part) => part.trace),
  };
}

type StagePart = Pick<TestResult, 'verdict' | 'localVerdict' | 'reason' | 'trace'>;

function classesOfStage(each: SchoolCase, stage: Stage, classes: readonly ClassRecord[]): StagePart {
  const { school, test } = each;
  const own = classes.filter((one) => one.stage === stage);
  const national = thresholdFor(test.national, stage, school.kind);
  const local = thresholdFor(test.local, stage, school.kind);
  if (national === null) return part('not_applicable', null, '该日期没有标准值', []);
  const largest = own.toSorted((a, b) => b.students - a.students)[0];
  const trace: TraceStep[] = [
    ...(largest
      ? [
          inputStep(
            `${stageNames[stage]}最大班（${largest.grade}年级${largest.name}）：${largest.students} 人`,
            largest.cell,
          ),
        ]
      : []),
    thresholdStep(`${stageNames[stage]}每班国家标准`, national, test.unit),
    ...(local ? [thresholdStep('本地目标', local, test.unit)] : []),
  ];
  if (!largest) return part('no_data', null, `${stageNames[stage]}没有班级数据`, trace);
  const over = own.filter((one) => judge(wholeRatio(one.students), national) === 'unmet').length;
  const overLocal = local && judge(wholeRatio(largest.students), local);
  if (over > 0) return part('unmet', overLocal, `${stageNames[stage]}${over}个班超过标准`, trace);
  const listed = school.classes[stage];
  if (listed !== null && listed !== own.length) {
    return part('no_data', null, `${stageNames[stage]}应有${listed}个班，只有${own.length}个班的数据`, trace);
  }
  return part('met', overLocal, null, trace);
}

function part(
  verdict: Verdict,
  localVerdict: Verdict | null,
  reason: string | null,
  trace: readonly TraceStep[],
): StagePart {
  const text = `${verdictNames[verdict]}${reason === null ? '' : `：${reason}`}`;
  return { verdict, localVerdict, reason, trace: [...trace, step('verdict', text)] };
}

function smallSchool(each: SchoolCase): TestResult {
  const { school, test, standard } = each;
  const pupils = compulsoryStudents(school);
  const trace = [parameterStep('小规模学校人数界限', standard.rules.smallSchool)];
  if (pupils === null) return withoutValue(test, 'no_data', '在校生数无数据', trace);
  const small = compareRatios(wholeRatio(pupils), ratioOf(standard.rules.smallSchool.value)) < 0;
  if (!small) return withoutValue(test, 'not_applicable', `${pupils}人，不是小规模学校`, trace);
  if (school.locale === 'urban')
    return withoutValue(test, 'not_applicable', '城区学校，只核对农村小规模学校', trace);
  const result = ratioOfSchool(each);
  return { ...result, trace: [...trace, ...result.trace] };
}

function ratioOfSchool({ school, test, input }: SchoolCase): TestResult {
  const figures = input.county.schoolFigures[school.code] ?? {};
  return evaluateRatio(
    test,
    (key) => ({
      text: figures[key] ?? null,
      cell: input.county.cells?.[`schoolFigures.${school.code}.${key}`],
    }),
    thresholdFor(test.national, null, school.kind),
    thresholdFor(test.local, null, school.kind),
  );
}
