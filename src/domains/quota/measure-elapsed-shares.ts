import { daysBetween, earliestOf, latestOf, periodsWithin, workingDaysBetween } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { multiplyRatios, ratio, sumRatios, zeroRatio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';

/** The part of a period's credit that would be there by now on an even course, between 0 and 1, by three measures. */
export interface ElapsedShares {
  /** Days gone / days of the period. */
  readonly linear: Ratio;
  /** Working days gone / working days of the period. */
  readonly workingDay: Ratio;
  /** The seasonal weights of the months gone, and of the present month by its working days; null without weights. */
  readonly seasonal: Ratio | null;
}

/** Whole local days count; today is not gone yet. `seasonality` has a weight for each month of the period. */
export function measureElapsedShares({
  calendar,
  period,
  now,
  seasonality,
}: {
  readonly calendar: FiscalCalendar;
  readonly period: Period;
  readonly now: Date;
  readonly seasonality: readonly Ratio[] | null;
}): ElapsedShares {
  const shareOf = ({ start, end }: Period, count: typeof daysBetween) =>
    ratio(count(calendar, start, earliestOf([latestOf([now, start]), end])), count(calendar, start, end));
  const months = periodsWithin(calendar, period, 'month');
  return {
    linear: shareOf(period, daysBetween),
    workingDay: shareOf(period, workingDaysBetween),
    seasonal:
      seasonality &&
      sumRatios(
        months.map((month, index) =>
          multiplyRatios(shareOf(month, workingDaysBetween), seasonality[index] ?? zeroRatio),
        ),
      ),
  };
}
