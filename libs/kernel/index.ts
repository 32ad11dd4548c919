export * from './beijing-time.js';
export * from './calendar-year.js';
export {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  formatDate,
  formatDateShort,
  isCivilDate,
  weekdayNameOf,
  type Weekday,
  weekdayOf,
  yearOf,
} from './civil-date.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './due-rule.js';
export * from './local-calendar.js';
export * from './problem-catalogue.js';
export * from './recurrence.js';
export * from './recurrence-period.js';
export * from './task-state.js';
export * from './workday-calendar.js';
