export * from './campaign-pack.js';
export { fingerprintOf } from './fingerprint.js';
export * from './load-calendar-years.js';
export * from './load-pack.js';
export * from './pack-directory.js';
export * from './pack-fault.js';
