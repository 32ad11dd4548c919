export * from './load-calendar-years.js';
export * from './pack-directory.js';
export * from './pack-fault.js';
