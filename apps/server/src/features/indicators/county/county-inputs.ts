import type { CountyInputs, Judgement, Standard, VetoEvent } from '#indicator-engine';
import { formatDateShort } from '#kernel';
import type { Entered, EnteredFigure, EnteredVeto } from './entered.queries.js';
import { countyKeys, type FigureKey } from './figure-keys.js';

/** What was entered, in the engine's words; every figure says where it comes from. */
export function countyInputs(entered: Entered, standard: Standard): CountyInputs {
  const keys = new Map(countyKeys(standard).map((each) => [each.key, each]));
  const given = entered.figures.filter(({ value }) => value !== null);
  const cells = given.map((each) => [pathOf(each), sourceOf(each, keys.get(each.key))] as const);
  const uses = entered.cases.filter(({ applies }) => applies);
  return {
    figures: Object.fromEntries(
      given.filter(({ school }) => school === null).map(({ key, value }) => [key, value]),
    ),
    schoolFigures: bySchool(given),
    judgements: entered.judgements.filter(({ decision }) => decision !== 'returned').map(judgementOf),
    vetoes: entered.vetoes.map(vetoOf),
    ...(cells.length === 0 ? {} : { cells: Object.fromEntries(cells) }),
    ...(uses.length === 0
      ? {}
      : {
          specialCases: uses.map((each) => ({
            case: each.case,
            school: each.school,
            values: each.values,
            ground: each.ground,
            since: each.since,
          })),
        }),
  };
}

/** 2025年度决算数，财政局2026年3月5日录入 */
export function sourceOf(figure: EnteredFigure, key: FigureKey | undefined): string {
  const { asOf, note, unitName, recordedOn } = figure;
  const of = key?.cycle === 'fiscal' ? `${asOf.slice(0, 4)}年度决算数` : `截至${formatDateShort(asOf)}的数`;
  return [of, ...(note === null ? [] : [note]), `${unitName}${formatDateShort(recordedOn)}录入`].join('，');
}

function pathOf({ school, key }: EnteredFigure): string {
  return school === null ? `figures.${key}` : `schoolFigures.${school}.${key}`;
}

function bySchool(figures: readonly EnteredFigure[]): Record<string, Record<string, string | null>> {
  const schools: Record<string, Record<string, string | null>> = {};
  for (const { school, key, value } of figures) if (school !== null) (schools[school] ??= {})[key] = value;
  return schools;
}

function judgementOf(each: Entered['judgements'][number]): Judgement {
  const { indicator, test, point, outcome, judgedOn, unitName, ground, evidence, reviewedOn } = each;
  return {
    indicator,
    test,
    point,
    outcome,
    judgedOn,
    unit: unitName,
    confirmedOn: reviewedOn,
    evidence: evidence === null ? `依据：${ground}` : `依据：${ground}；佐证：${evidence}`,
  };
}

function vetoOf({ veto, occurredOn, school, source, description, states }: EnteredVeto): VetoEvent {
  const newest = states.at(-1);
  if (!newest) throw new Error('a veto event without a state');
  const { state, on } = newest;
  return { veto, occurredOn, school, source, description, state, clearedOn: state === 'cleared' ? on : null };
}
