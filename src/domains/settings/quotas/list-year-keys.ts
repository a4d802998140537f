import {
  periodFromKey,
  periodsWithin,
  type FiscalCalendar,
  type Period,
  type PeriodKind,
} from '../../../kernel/period.ts';

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];

/** The periods of a fiscal year that the grid shows, and the keys of everything that may be stated within it. */
export function listYearKeys(
  calendar: FiscalCalendar,
  year: string,
  kind: PeriodKind,
): { readonly columns: readonly Period[]; readonly keys: readonly string[] } {
  const whole = periodFromKey(calendar, year);
  return {
    columns: periodsWithin(calendar, whole, kind),
    keys: kinds.flatMap((each) => periodsWithin(calendar, whole, each).map(({ key }) => key)),
  };
}
