export { amountOf, shareOf, stageNames } from './amounts.js';
export * from './catalogue.js';
export * from './coefficient.js';
export * from './decimal.js';
export { evaluateFigure, evaluateSection } from './evaluate-section.js';
export * from './sections.js';
export { standardAsOf } from './standard-as-of.js';
export { basisText, isWeak } from './trace.js';
export * from './types.js';
