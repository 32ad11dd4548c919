import {
  type Costs,
  exampleCosts,
  type IndicatorRemedy,
  multiplyRatios,
  type ResourceIndicator,
  resourceIndicators,
  type SchoolRemedy,
  wholeRatio,
} from '#indicator-engine';
import type { Evaluation } from './evaluations.js';
import { planRemedy } from './plan-remedy.js';
import { amountText, resourceUnits } from './resource-amounts.js';
import type { CountyRemedyRow, RemedyCost, RemedyQuery, RemedyView, SchoolRemedyRow } from './remedy.dto.js';

type Names = ReadonlyMap<string, string>;

/** What would mend the schools one by one, and the county's coefficients, with the unit costs asked for. */
export function remedyView({ dataSet, asOf, standard, schools }: Evaluation, query: RemedyQuery): RemedyView {
  const entered = enteredCosts(query);
  const costs: Costs = {
    primary: { ...exampleCosts.primary, ...entered },
    junior: { ...exampleCosts.junior, ...entered },
  };
  const plan = planRemedy(schools, standard, costs, query.mode);
  const indicators = new Map(standard.indicators.map(({ id, name }) => [id, name]));
  const schoolNames = new Map(schools.map(({ code, name }) => [code, name]));
  return {
    dataSet,
    asOf,
    mode: plan.mode,
    costs: resourceIndicators.map((indicator): RemedyCost => ({
      indicator,
      name: indicators.get(indicator) ?? '',
      unit: resourceUnits[indicator],
      cost: costs.primary[indicator],
      example: entered[indicator] === undefined,
    })),
    schools: plan.schools.map(schoolRow),
    county: plan.county.map((remedy) => countyRow(remedy, indicators, schoolNames)),
  };
}

/** One cost serves both stages. */
function enteredCosts(query: RemedyQuery): Partial<Record<ResourceIndicator, string>> {
  const entries = resourceIndicators.flatMap((id) => {
    const cost = query[`cost${id}`];
    return cost === undefined ? [] : [[id, cost] as const];
  });
  return Object.fromEntries(entries);
}

function schoolRow({ school, name, sections, cheapest }: SchoolRemedy): SchoolRemedyRow {
  const unknown = sections.flatMap((section) => (section.state === 'unknown' ? [section.reason] : []));
  return {
    code: school,
    name,
    needs: sections
      .flatMap(({ needs }) => needs)
      .filter(({ unitsToLine }) => unitsToLine > 0n)
      .map(({ stage, indicator, toLine, unitsToLine, unitsToFloor }) => ({
        stage,
        indicator,
        lacks: amountText(toLine),
        unit: resourceUnits[indicator],
        unitsToLine: Number(unitsToLine),
        unitsToFloor: Number(unitsToFloor),
      })),
    unknown: unknown.length > 0 ? unknown.join('；') : null,
    purchases:
      cheapest?.purchases.map(({ indicator, stage, amount, cost }) => ({
        indicator,
        stage,
        amount: amountText(amount),
        unit: resourceUnits[indicator],
        cost: amountText(cost),
      })) ?? null,
    cost: cheapest && amountText(cheapest.cost),
    belowLine: [...(cheapest?.belowLine ?? [])],
  };
}

function countyRow(
  { indicator, stage, mode, unit, remedy, cost, missing }: IndicatorRemedy,
  indicators: Names,
  schoolNames: Names,
): CountyRemedyRow {
  const inUnits = (count: number): string => amountText(multiplyRatios(wholeRatio(count), unit));
  return {
    indicator,
    name: indicators.get(indicator) ?? '',
    stage,
    mode,
    unit: resourceUnits[indicator],
    added: inUnits(remedy.added),
    moved: remedy.moved,
    optimal: remedy.optimal,
    lowerBound: inUnits(remedy.lowerBound),
    before: remedy.before,
    after: remedy.after,
    cost: amountText(cost),
    changes: remedy.changes.map(({ section, amount }) => ({
      code: section,
      name: schoolNames.get(section) ?? section,
      amount: amountText(amount),
    })),
    missing: missing.length,
  };
}
