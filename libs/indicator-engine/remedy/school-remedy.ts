import {
  compareRatios,
  divideRatios,
  multiplyRatios,
  type Ratio,
  reduceRatio,
  sumRatios,
  wholeRatio,
} from '../decimal.js';
import type { Section } from '../results.js';
import { type ResourceIndicator, resourceIndicators, type Stage, type Standard } from '../types.js';
import type { Aim } from './line-of.js';
import { type Costs, type PurchaseUnits, readCosts, readUnits } from './purchase.js';
import { type Need, needsOf, type SectionNeeds } from './school-needs.js';

export interface RemedyTerms {
  readonly standard: Standard;
  readonly costs: Costs;
  readonly units: PurchaseUnits;
  readonly aim: Aim;
}

/** Something a school buys. */
export interface Purchase {
  readonly indicator: ResourceIndicator;
  /** Whom a teacher is for; rooms, grounds and equipment serve every stage of the school: null. */
  readonly stage: Stage | null;
  readonly units: bigint;
  /** The same in 人, ㎡, 元 or 间. */
  readonly amount: Ratio;
  /** 元 */
  readonly cost: Ratio;
}

export interface CheapestSet {
  readonly purchases: readonly Purchase[];
  /** 元 */
  readonly cost: Ratio;
  /** What stays below the line, but at 85 % of it or above. */
  readonly belowLine: readonly { readonly stage: Stage; readonly indicator: ResourceIndicator }[];
}

export interface SchoolRemedy {
  readonly school: string;
  readonly name: string;
  /** All seven of each stage that has pupils, also those that lack nothing. */
  readonly sections: readonly SectionNeeds[];
  /** Null while a figure is missing: what is unknown is neither met nor mended. */
  readonly cheapest: CheapestSet | null;
}

/**
 * What one school lacks, and the cheapest purchases with which each of its stages keeps the school rule: at least 6 of 7
 * at the line and the rest at 85 % of it (教督〔2017〕6号; both numbers are data of the standard).
 *
 * Exact: every choice of what may stay below the line is tried, for all stages of the school together — 8 for one stage,
 * 64 for two, since a ㎡ bought counts for both by their shares. Such a ㎡ costs the stages' costs, weighted by the shares.
 * @param sections the sections of one school (buildSections)
 * @throws RangeError when a cost or unit is no decimal number
 * @example schoolRemedy(sections, terms).cheapest?.cost // 360000 元
 */
export function schoolRemedy(sections: readonly Section[], terms: RemedyTerms): SchoolRemedy {
  const first = sections[0];
  if (!first) throw new RangeError('a school has at least one section');
  const units = readUnits(terms.units);
  const needs = sections
    .filter(({ students }) => students !== 0)
    .map((section) => needsOf(section, terms.standard, units, terms.aim));
  const { code, name } = first.school;
  const known = needs.every(({ state }) => state === 'known');
  return { school: code, name, sections: needs, cheapest: known ? cheapestSet(needs, terms, units) : null };
}

type Amounts = Readonly<Record<ResourceIndicator, Ratio>>;

/** For each stage, the indicators that may stay at the floor. */
type Choice = ReadonlyMap<Stage, ReadonlySet<ResourceIndicator>>;

function cheapestSet(
  sections: readonly SectionNeeds[],
  { standard, costs }: RemedyTerms,
  units: Amounts,
): CheapestSet {
  const prices = readCosts(costs);
  const { value } = standard.rules.minimumMet;
  const mayStay = resourceIndicators.length - Number(value.units) / 10 ** value.scale;
  const needs = sections.flatMap((section) => section.needs);
  let best: CheapestSet | undefined;
  for (const choice of choices(
    sections.map(({ stage }) => stage),
    Math.floor(mayStay),
  )) {
    const set = purchasesFor(needs, choice, prices, units);
    if (!best || compareRatios(set.cost, best.cost) < 0) best = set;
  }
  return best ?? { purchases: [], cost: wholeRatio(0), belowLine: [] };
}

/** Begins with "nothing stays below", so that of equal costs the better school wins. */
function choices(stages: readonly Stage[], mayStay: number): Choice[] {
  const subsets = resourceIndicators
    .reduce<ResourceIndicator[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])
    .filter((set) => set.length <= mayStay)
    .toSorted((a, b) => a.length - b.length);
  return stages.reduce<Choice[]>(
    (all, stage) =>
      all.flatMap((choice) => subsets.map((set) => new Map([...choice, [stage, new Set(set)]]))),
    [new Map()],
  );
}

function purchasesFor(
  needs: readonly Need[],
  choice: Choice,
  prices: Readonly<Record<Stage, Amounts>>,
  units: Amounts,
): CheapestSet {
  const wanted = (need: Need) =>
    choice.get(need.stage)?.has(need.indicator) ? need.unitsToFloor : need.unitsToLine;
  const groups = grouped(needs);
  const purchases: Purchase[] = [];
  const belowLine: { stage: Stage; indicator: ResourceIndicator }[] = [];
  for (const group of groups) {
    const { indicator, stage } = group[0]!;
    const count = group.map(wanted).reduce((most, each) => (each > most ? each : most));
    belowLine.push(
      ...group.filter((need) => need.unitsToLine > count).map((need) => ({ stage: need.stage, indicator })),
    );
    if (count === 0n) continue;
    const amount = reduceRatio(multiplyRatios(wholeRatio(count), units[indicator]));
    const cost = reduceRatio(multiplyRatios(amount, price(group, prices)));
    purchases.push({ indicator, stage: servesAll(indicator) ? null : stage, units: count, amount, cost });
  }
  return { purchases, cost: sumRatios(purchases.map(({ cost }) => cost)), belowLine };
}

/** What is bought together: per stage for teachers, for the whole school otherwise. */
function grouped(needs: readonly Need[]): readonly (readonly Need[])[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = servesAll(need.indicator) ? need.indicator : `${need.indicator} ${need.stage}`;
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  return [...groups.values()];
}

/** Teachers belong to a stage; rooms, grounds, equipment and multimedia rooms to the school. */
function servesAll(indicator: ResourceIndicator): boolean {
  return indicator === 'C4' || indicator === 'C5' || indicator === 'C6' || indicator === 'C7';
}

function price(group: readonly Need[], prices: Readonly<Record<Stage, Amounts>>): Ratio {
  const shares = sumRatios(group.map(({ share }) => share));
  const costs = group.map(({ stage, indicator, share }) => multiplyRatios(prices[stage][indicator], share));
  return divideRatios(sumRatios(costs), shares);
}
