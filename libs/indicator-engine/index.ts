export { amountOf, shareOf, stageNames } from './amounts.js';
export * from './catalogue.js';
export * from './coefficient.js';
export * from './decimal.js';
export { evaluateFigure, evaluateSection } from './evaluate-section.js';
export * from './sections.js';
export { standardAsOf } from './standard-as-of.js';
export { basisText, isWeak } from './trace.js';
export * from './types.js';
export { evaluateCounty, evaluateIndicator } from './evaluate-county.js';
export { type CaseValue, caseValues, misfitOf } from './special-cases.js';
export { evaluateVetoes } from './vetoes.js';
export * from './explain.js';
export { fingerprintOf } from './fingerprint.js';
export * from './results.js';
export { combineVerdicts, conclude, indicatorOf, reaches, thresholdFor } from './thresholds.js';
export { countyRemedies, type IndicatorRemedy } from './remedy/county-remedies.js';
export {
  type CountyRemedy,
  countyRemedy,
  type RemedyMode,
  type SectionChange,
} from './remedy/county-remedy.js';
export { type CountyProblem, type CountySection } from './remedy/exact-county.js';
export { type Aim, lineOf } from './remedy/line-of.js';
export {
  type Costs,
  exampleCosts,
  type PurchaseUnits,
  purchaseUnitsFor,
  readUnits,
} from './remedy/purchase.js';
export { type Need, needsOf, type SectionNeeds } from './remedy/school-needs.js';
export {
  type CheapestSet,
  type Purchase,
  type RemedyTerms,
  type SchoolRemedy,
  schoolRemedy,
} from './remedy/school-remedy.js';
export * from './evaluate-many.js';
export {
  type Assumptions,
  checkAssumptions,
  type EnrolmentChange,
  type NewSchool,
  type PlannedProject,
  type ProjectGains,
  type PupilStage,
  whatIf,
} from './projection/assumptions.js';
export {
  type EvaluatedYear,
  projectCounty,
  type Projection,
  type ProjectionInput,
  type Turn,
  turnsBetween,
} from './projection/project-county.js';
export { type ProjectedYear, projectSchools } from './projection/project-schools.js';
