import { max } from 'date-fns';
import type { OwnerId } from '../../kernel/ids.ts';
import { add, zeroMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { workingDaysBetween } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { compareToQuota } from './compare-to-quota.ts';
import { measureDealEffect } from './measure-deal-effect.ts';
import { spreadGap } from './spread-gap.ts';
import type { DailyNeed } from './spread-gap.ts';
import type { DealState, Exclusion, QuotaAbsence, Standing } from './types.ts';

export interface Simulation {
  readonly standing: Standing;
  /** What is still needed on each working day from today on, or from the start of a period to come. */
  readonly need: DailyNeed;
}

/**
 * The what-if: where the owner would stand in `period` if the deal were won with `amount` on `closeAt`, which must lie
 * in that period (a RangeError otherwise). `standing` is where the owner stands now.
 */
export function simulateDeal({
  deal,
  ownerId,
  amount,
  closeAt,
  period,
  credited,
  quota,
  calendar,
  now,
}: {
  readonly deal: DealState;
  readonly ownerId: OwnerId;
  readonly amount: Money;
  readonly closeAt: Date;
  readonly period: Period;
  readonly credited: Money;
  readonly quota: Money;
  readonly calendar: FiscalCalendar;
  readonly now: Date;
}): Result<Simulation, Exclusion | QuotaAbsence> {
  if (closeAt < period.start || closeAt >= period.end)
    throw new RangeError(`the close date is not in ${period.key}`);
  const effect = measureDealEffect({ deal, ifWon: { amount, closeAt }, period, calendar });
  if (!effect.ok) return effect;
  const creditedIfWon = add(credited, effect.value.get(ownerId) ?? zeroMoney(credited.currency));
  const standing = compareToQuota(creditedIfWon, quota);
  if (!standing.ok) return standing;
  const workingDaysLeft = workingDaysBetween(calendar, max([now, period.start]), period.end);
  return ok({ standing: standing.value, need: spreadGap(standing.value.gap, workingDaysLeft) });
}
