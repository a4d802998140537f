import type { OwnerId } from '../../kernel/ids.ts';
import { add, zeroMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { latestOf, workingDaysBetween } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { compareToQuota } from './compare-to-quota.ts';
import { measureDealEffect } from './measure-deal-effect.ts';
import { spreadGap } from './spread-gap.ts';
import type { DailyNeed } from './spread-gap.ts';
import type { DealState, ExclusionReason, QuotaAbsence, Standing } from './types.ts';

export interface Simulation {
  readonly standing: Standing;
  /** What is still needed on each working day from today on, or from the start of a period to come. */
  readonly need: DailyNeed;
}

/** The deal would give no credit to anybody, or there is no quota to measure it against. */
export type SimulationFailure =
  { readonly kind: 'noCredit'; readonly reason: ExclusionReason } | QuotaAbsence;

/**
 * The what-if: where the owner would stand in `period` if the deal were won with `amount` on `closeAt`, which must lie
 * in that period (a RangeError otherwise). `credited` and `quota` are the owner's in that period.
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
}): Result<Simulation, SimulationFailure> {
  if (closeAt < period.start || closeAt >= period.end)
    throw new RangeError(`the close date is not in ${period.key}`);
  const effect = measureDealEffect({ deal, ifWon: { amount, closeAt }, period, calendar });
  if (!effect.ok) return err({ kind: 'noCredit', reason: effect.failure.reason });
  const creditedIfWon = add(credited, effect.value.get(ownerId) ?? zeroMoney(credited.currency));
  const standing = compareToQuota(creditedIfWon, quota);
  if (!standing.ok) return standing;
  const workingDaysLeft = workingDaysBetween(calendar, latestOf([now, period.start]), period.end);
  return ok({ standing: standing.value, need: spreadGap(standing.value.gap, workingDaysLeft) });
}
