import { buildPeriod, ordinalOfPeriod } from './build-period.ts';
import type { FiscalCalendar, Period, PeriodKind } from './fiscal-calendar.ts';

const kindsByPattern: readonly (readonly [RegExp, PeriodKind])[] = [
  [/^\d{4}-(0[1-9]|1[0-2])$/, 'month'],
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}-H[12]$/, 'half'],
  [/^\d{4}$/, 'year'],
];

/** The period that a key such as `'2026-Q4'` names; the key itself tells the kind. Throws a RangeError for anything else. */
export function periodFromKey(calendar: FiscalCalendar, key: string): Period {
  const kind = kindsByPattern.find(([pattern]) => pattern.test(key))?.[1];
  if (kind === undefined) throw new RangeError(`not the key of a period: ${JSON.stringify(key)}`);
  return buildPeriod(calendar, kind, ordinalOfPeriod(calendar, { kind, key }));
}
