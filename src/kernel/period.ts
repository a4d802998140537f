// One file each: the package's door loads three hundred, which a command line waits for.
export { max as latestOf } from 'date-fns/max';
export { min as earliestOf } from 'date-fns/min';
export { type FiscalCalendar, type Period, type PeriodKind, monthsIn } from './period/fiscal-calendar.ts';
export {
  type LocalDate,
  addDays,
  addMonths,
  dayNumber,
  localDate,
  nextDay,
  startOfLocalDate,
} from './period/local-date.ts';
export { periodAt } from './period/period-at.ts';
export { periodFromKey } from './period/period-from-key.ts';
export { nextPeriod, previousPeriod } from './period/neighbouring-period.ts';
export { trailingPeriods } from './period/trailing-periods.ts';
export { periodsWithin } from './period/periods-within.ts';
export { periodLabel } from './period/period-label.ts';
export { daysBetween, workingDaysBetween } from './period/days-between.ts';
