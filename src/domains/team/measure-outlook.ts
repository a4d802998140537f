import type { Money } from '../../kernel/money.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { forecastPeriod, measureCoverage } from '../forecast/index.ts';
import { measurePace, type Standing } from '../quota/index.ts';
import type { ExpectedDeal, Outlook } from './types.ts';

/** What is still to come for a person or a group, from where they stand and what is open. */
export function measureOutlook({
  credited,
  standing,
  open,
  period,
  calendar,
  now,
}: {
  /** All credit of the period, with or without a quota. */
  readonly credited: Money;
  /** Null without a quota above zero. */
  readonly standing: Standing | null;
  readonly open: readonly ExpectedDeal[];
  readonly period: Period;
  readonly calendar: FiscalCalendar;
  readonly now: Date;
}): Outlook {
  const quota = standing?.quota ?? null;
  return {
    pace: standing && measurePace({ ...standing, calendar, period, now, seasonality: null }),
    forecast: forecastPeriod({ deals: open, period, won: credited, quota }),
    coverage: measureCoverage({ deals: open.map(({ deal }) => deal), period, quota, won: credited }),
  };
}
