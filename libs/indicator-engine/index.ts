export * from './decimal.js';
export * from './types.js';
