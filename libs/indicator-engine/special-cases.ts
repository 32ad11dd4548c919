import { formatDateShort } from '#kernel';
import {
  compareRatios,
  parseDecimal,
  type Ratio,
  ratioOf,
  showDecimal,
  sumRatios,
  wholeRatio,
} from './decimal.js';
import { compulsoryStudents } from './compulsory.js';
import { basisText, shortText } from './trace.js';
import type { TraceStep } from './results.js';
import type {
  EvaluationInput,
  SchoolRecord,
  SpecialCase,
  SpecialCaseUse,
  Standard,
  Threshold,
} from './types.js';

/** A registered case that holds on the standard's date and fits the school. */
export interface AppliedCase {
  readonly definition: SpecialCase;
  readonly use: SpecialCaseUse;
}
/** By code of the school. */
export type AppliedCases = ReadonlyMap<string, readonly AppliedCase[]>;

/** What a county enters with a case. */
export interface CaseValue {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly whole: boolean;
}

/**
 * What has to be entered to register a case.
 * @example caseValues(smallRooms).map(({ key }) => key) // ['musicRooms', 'artRooms']
 */
export function caseValues({ effect, indicator }: SpecialCase): readonly CaseValue[] {
  if (effect === 'rooms') {
    return [
      { key: 'musicRooms', name: '按此面积达标的音乐教室', unit: '间', whole: true },
      { key: 'artRooms', name: '按此面积达标的美术教室', unit: '间', whole: true },
    ];
  }
  if (effect === 'limit') return [];
  return indicator === 'C3'
    ? [{ key: 'extra', name: '另计入的教师', unit: '人', whole: false }]
    : [{ key: 'extra', name: '另计入的场馆面积', unit: '㎡', whole: false }];
}

/**
 * Why a case cannot hold for a school, as far as its data tell; null when nothing speaks against it.
 * @example misfitOf(sharedArts, { ...school, students: { primary: 300, junior: null, senior: null } })
 */
export function misfitOf(definition: SpecialCase, school: SchoolRecord): string | null {
  const { kinds, locale, studentsFrom, studentsBelow } = definition;
  if (kinds.length > 0 && !kinds.includes(school.kind)) return '办学类型不符';
  if (locale !== null && school.locale !== null && school.locale !== locale) return '城乡类型不符';
  const pupils = compulsoryStudents(school);
  if (pupils === null) return null;
  const count = wholeRatio(pupils);
  const tooSmall = studentsFrom !== null && compareRatios(count, ratioOf(studentsFrom)) < 0;
  const tooLarge = studentsBelow !== null && compareRatios(count, ratioOf(studentsBelow)) >= 0;
  return tooSmall || tooLarge ? `在校生${pupils}人，人数不符` : null;
}

/** The registered cases that hold on the standard's date, by school. */
export function applyCases({ schools, county }: EvaluationInput, standard: Standard): AppliedCases {
  const definitions = new Map(standard.specialCases.map((each) => [each.id, each]));
  const records = new Map(schools.map((school) => [school.code, school]));
  const applied = new Map<string, AppliedCase[]>();
  for (const use of county.specialCases ?? []) {
    const definition = definitions.get(use.case);
    const school = records.get(use.school);
    if (!definition || !school || use.since > standard.asOf || misfitOf(definition, school) !== null)
      continue;
    applied.set(use.school, [...(applied.get(use.school) ?? []), { definition, use }]);
  }
  return applied;
}

export function casesOf(cases: AppliedCases, school: string, indicator: string): readonly AppliedCase[] {
  return (cases.get(school) ?? []).filter(({ definition }) => definition.indicator === indicator);
}

/** What the school has with what its cases add. */
export function addExtra(
  listed: Ratio,
  cases: readonly AppliedCase[],
  unit: string,
  trace: TraceStep[],
): Ratio {
  const extras = cases
    .filter(({ definition }) => definition.effect === 'add')
    .map((each) => ({ each, extra: numberOf(each.use.values['extra']) }));
  if (extras.length === 0) return listed;
  const total = sumRatios([listed, ...extras.map(({ extra }) => extra)]);
  for (const { each, extra } of extras) trace.push(caseStep(each, `另计 ${shortText(extra, 2)} ${unit}`));
  return total;
}

/** The school with the rooms that are large enough by its cases; of several the one that counts most rooms. */
export function roomsOf(
  school: SchoolRecord,
  cases: readonly AppliedCase[],
): { readonly school: SchoolRecord; readonly steps: readonly TraceStep[] } {
  const own = cases.filter(({ definition }) => definition.effect === 'rooms');
  const most = (key: 'musicRooms' | 'artRooms'): number | null => {
    const counts = own.map(({ use }) => Number(use.values[key] ?? '0'));
    return counts.length === 0 ? school[key] : Math.max(school[key] ?? 0, ...counts);
  };
  const steps = own.map((each) =>
    caseStep(
      each,
      `音乐教室 ${each.use.values['musicRooms'] ?? 0} 间，美术教室 ${each.use.values['artRooms'] ?? 0} 间`,
    ),
  );
  return { school: { ...school, musicRooms: most('musicRooms'), artRooms: most('artRooms') }, steps };
}

/** The line of the case that allows most; without a case the line of the standard. */
export function limitOf(
  line: Threshold | null,
  cases: readonly AppliedCase[],
  trace: TraceStep[],
): Threshold | null {
  let chosen = line;
  for (const each of cases) {
    const { effect, limit, basis } = each.definition;
    if (effect !== 'limit' || limit === null || chosen === null) continue;
    trace.push(caseStep(each, `上限 ${showDecimal(limit)} 人`));
    if (compareRatios(ratioOf(limit), ratioOf(chosen.value)) > 0)
      chosen = { ...chosen, value: limit, since: basis.since, basis };
  }
  return chosen;
}

function caseStep({ definition, use }: AppliedCase, what: string): TraceStep {
  const { name, basis } = definition;
  const since = formatDateShort(use.since);
  return {
    kind: 'parameter',
    text: `特殊情形“${name}”：${what}（自${since}起登记，理由：${use.ground}；${basisText(basis)}）`,
    cell: null,
    basis,
  };
}

function numberOf(text: string | undefined): Ratio {
  const decimal = parseDecimal(text ?? '0');
  return decimal === null || decimal.units < 0n ? wholeRatio(0) : ratioOf(decimal);
}
