import { divideMoney, multiplyByRatio, subtract } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { earliestOf, latestOf, workingDaysBetween } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { measureElapsedShares } from './measure-elapsed-shares.ts';
import { spreadGap } from './spread-gap.ts';
import type { DailyNeed } from './spread-gap.ts';

/** Where the period ends if credit goes on as it came so far. */
export interface Projection {
  readonly elapsedShare: Ratio;
  readonly credited: Money;
  readonly attainment: Ratio;
}

export interface Pace {
  /** Null until the first day, working day or weighted day is gone: there is no pace yet. */
  readonly linear: Projection | null;
  readonly workingDay: Projection | null;
  /** Null also without seasonal weights. */
  readonly seasonal: Projection | null;
  /** Credit so far by working day gone, half away from zero; null until one is gone. */
  readonly runRate: Money | null;
  readonly need: DailyNeed;
}

/** The pace towards a quota above zero: projection = credit so far / the share of the period that is gone. */
export function measurePace({
  credited,
  quota,
  calendar,
  period,
  now,
  seasonality,
}: {
  readonly credited: Money;
  readonly quota: Money;
  readonly calendar: FiscalCalendar;
  readonly period: Period;
  readonly now: Date;
  readonly seasonality: readonly Ratio[] | null;
}): Pace {
  const project = (elapsedShare: Ratio | null): Projection | null => {
    if (elapsedShare === null || elapsedShare.numerator === 0n) return null;
    const inverse = ratio(elapsedShare.denominator, elapsedShare.numerator);
    const projected = multiplyByRatio(credited, inverse, 'halfAwayFromZero');
    return { elapsedShare, credited: projected, attainment: divideMoney(projected, quota) };
  };
  const shares = measureElapsedShares({ calendar, period, now, seasonality });
  const workingDaysGone = workingDaysBetween(calendar, period.start, earliestOf([now, period.end]));
  return {
    linear: project(shares.linear),
    workingDay: project(shares.workingDay),
    seasonal: project(shares.seasonal),
    runRate:
      workingDaysGone === 0 ? null : multiplyByRatio(credited, ratio(1, workingDaysGone), 'halfAwayFromZero'),
    need: spreadGap(
      subtract(quota, credited),
      workingDaysBetween(calendar, latestOf([now, period.start]), period.end),
    ),
  };
}
