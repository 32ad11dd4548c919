import { parseDecimal, type Ratio, ratioOf } from '../decimal.js';
import { type ResourceIndicator, resourceIndicators, type Stage, stages } from '../types.js';
import type { SchoolRecord } from '../types.js';

/** 元 for one 人 (C1–C3), ㎡ (C4, C5), 元 (C6) or 间 (C7), as decimal texts. */
export type Costs = Readonly<Record<Stage, Readonly<Record<ResourceIndicator, string>>>>;

/** The smallest amount of each resource that can be bought, as decimal texts. */
export type PurchaseUnits = Readonly<Record<ResourceIndicator, string>>;

const example = { C1: '100000', C2: '20000', C3: '100000', C4: '3000', C5: '500', C6: '1', C7: '30000' };

/** Round figures to begin with (示例单价): a county enters its own. A teacher is one year's pay. */
export const exampleCosts: Costs = { primary: example, junior: example };

const whole: PurchaseUnits = { C1: '1', C2: '1', C3: '1', C4: '1', C5: '1', C6: '1', C7: '1' };

/**
 * Whole persons, ㎡, 元 and rooms; half a C3 teacher where the data already counts teachers by halves.
 * @example purchaseUnitsFor(schools).C3 // '0.5' when one school has 3.5 teachers of sports and arts
 */
export function purchaseUnitsFor(schools: readonly SchoolRecord[]): PurchaseUnits {
  const halves = schools.some((school) => stages.some((stage) => isFractional(school.arts[stage])));
  return halves ? { ...whole, C3: '0.5' } : whole;
}

function isFractional(text: string | null): boolean {
  const value = text === null ? null : parseDecimal(text);
  return value !== null && value.units % 10n ** BigInt(value.scale) !== 0n;
}

/** Costs as fractions; a cost may be 0. @throws RangeError naming the entry that is no decimal of 0 or more */
export function readCosts(costs: Costs): Readonly<Record<Stage, Readonly<Record<ResourceIndicator, Ratio>>>> {
  const read = (stage: Stage) =>
    perIndicator((id) => positive(costs[stage][id], `costs.${stage}.${id}`, false));
  return { primary: read('primary'), junior: read('junior') };
}

/** @throws RangeError naming the entry that is no decimal above 0 */
export function readUnits(units: PurchaseUnits): Readonly<Record<ResourceIndicator, Ratio>> {
  return perIndicator((id) => positive(units[id], `units.${id}`, true));
}

function perIndicator(read: (id: ResourceIndicator) => Ratio): Readonly<Record<ResourceIndicator, Ratio>> {
  const entries = resourceIndicators.map((id) => [id, read(id)] as const);
  return Object.fromEntries(entries) as Record<ResourceIndicator, Ratio>;
}

function positive(text: string, name: string, aboveZero: boolean): Ratio {
  const value = parseDecimal(text);
  if (value === null || value.units < 0n || (aboveZero && value.units === 0n)) {
    throw new RangeError(`${name}: “${text}” is no decimal number ${aboveZero ? 'above 0' : 'of 0 or more'}`);
  }
  return ratioOf(value);
}
