import { money, sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { trailingPeriods } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { multiplyRatios, ratio, roundRatio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { measureQuantile } from './measure-quantile.ts';
import type { Credit } from './types.ts';

/** Enough to see past one lucky period, and a year of quarters carries each season once. */
const periodsLookedAt = 4;

/**
 * A quota to start with where nobody has set one: the median of the rep's primary credit over the last four completed
 * periods before `period`, rounded to two figures. A newcomer's median is over fewer: it begins with the first of the
 * four that has credit; later ones without credit count as zero. None when the median is not above zero.
 */
export function proposeExampleQuota({
  credits,
  calendar,
  period,
  currency,
}: {
  /** The rep's, or their sums by period. */
  readonly credits: readonly Pick<Credit, 'periodKey' | 'track' | 'amount'>[];
  readonly calendar: FiscalCalendar;
  readonly period: Period;
  readonly currency: string;
}): Result<Money, 'noHistory'> {
  const byPeriod = Map.groupBy(
    credits.filter(({ track }) => track === 'primary'),
    ({ periodKey }) => periodKey,
  );
  const trailing = trailingPeriods(calendar, period, periodsLookedAt).map(
    ({ key }) => byPeriod.get(key) ?? [],
  );
  const first = trailing.findIndex((credited) => credited.length > 0);
  if (first < 0) return err('noHistory');
  const credited = trailing.slice(first).map((each) =>
    sumMoney(
      each.map(({ amount }) => amount),
      currency,
    ),
  );
  const median = measureQuantile(
    credited.map(({ minor }) => ratio(minor)),
    ratio(1, 2),
  );
  return median.numerator > 0n ? ok(money(roundToTwoFigures(median), currency)) : err('noHistory');
}

/** More figures would look like somebody's decision. */
function roundToTwoFigures(amount: Ratio): bigint {
  const digits = roundRatio(amount, 'down').toString().length;
  const unit = 10n ** BigInt(Math.max(digits - 2, 0));
  return unit * roundRatio(multiplyRatios(amount, ratio(1n, unit)), 'halfAwayFromZero');
}
