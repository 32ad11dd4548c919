import {
  type IndicatorRemedy,
  type Ratio,
  reduceRatio,
  type SchoolRemedy,
  type SectionNeeds,
  type Standard,
} from '#indicator-engine';
import { standardJson } from './evaluation-json.js';
import type { RemedyPlan } from './plan-remedy.js';

/** A remedy as docs/schemas/remedy.schema.json describes it; costs are 元. */
export function remedyJson(plan: RemedyPlan, standard: Standard): object {
  return {
    ...standardJson(standard),
    mode: plan.mode,
    costs: plan.costs,
    schools: plan.schools.map(schoolJson),
    county: plan.county.map(indicatorJson),
  };
}

function schoolJson({ school, name, sections, cheapest }: SchoolRemedy): object {
  return {
    school,
    name,
    sections: sections.map(sectionJson),
    cheapest: cheapest && {
      cost: ratioJson(cheapest.cost),
      belowLine: cheapest.belowLine,
      purchases: cheapest.purchases.map(({ indicator, stage, units, amount, cost }) => ({
        indicator,
        stage,
        units: Number(units),
        amount: ratioJson(amount),
        cost: ratioJson(cost),
      })),
    },
  };
}

function sectionJson(section: SectionNeeds): object {
  return {
    stage: section.stage,
    state: section.state,
    reason: section.state === 'unknown' ? section.reason : null,
    needs: section.needs.map(({ indicator, toLine, toFloor, unitsToLine, unitsToFloor, share }) => ({
      indicator,
      toLine: ratioJson(toLine),
      toFloor: ratioJson(toFloor),
      unitsToLine: Number(unitsToLine),
      unitsToFloor: Number(unitsToFloor),
      share: ratioJson(share),
    })),
  };
}

function indicatorJson({ indicator, stage, mode, unit, remedy, cost, missing }: IndicatorRemedy): object {
  const { added, moved, lowerBound, optimal, before, after, changes } = remedy;
  return {
    indicator,
    stage,
    mode,
    unit: ratioJson(unit),
    added,
    moved,
    lowerBound,
    optimal,
    before,
    after,
    cost: ratioJson(cost),
    changes: changes.map(({ section, units, amount }) => ({
      school: section,
      units,
      amount: ratioJson(amount),
    })),
    missing,
  };
}

function ratioJson(ratio: Ratio): object {
  const { numerator, denominator } = reduceRatio(ratio);
  return { numerator: numerator.toString(), denominator: denominator.toString() };
}
