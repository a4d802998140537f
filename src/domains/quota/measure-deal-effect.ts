import type { OwnerId } from '../../kernel/ids.ts';
import { add, negate } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { creditDeal } from './credit-deal.ts';
import type { DealState, Exclusion } from './types.ts';

/**
 * What winning the deal would change of each owner's primary credit in the period: the credit it would give, less the
 * credit it gives now (a reopened deal may count negative today). Its amount and close date are taken from `ifWon`.
 * Owners who have no credit of the deal in the period, then or now, are left out.
 */
export function measureDealEffect({
  deal,
  ifWon,
  period,
  calendar,
}: {
  readonly deal: DealState;
  readonly ifWon: Pick<DealState, 'amount' | 'closeAt'>;
  readonly period: Period;
  readonly calendar: FiscalCalendar;
}): Result<Map<OwnerId, Money>, Exclusion> {
  const won = creditDeal({ ...deal, ...ifWon, isWon: true }, calendar, period.kind);
  if (!won.ok) return won;
  const present = creditDeal(deal, calendar, period.kind);
  const changes = [
    ...won.value,
    ...(present.ok ? present.value : []).map((credit) => ({ ...credit, amount: negate(credit.amount) })),
  ].filter(({ track, periodKey }) => track === 'primary' && periodKey === period.key);
  const effect = new Map<OwnerId, Money>();
  for (const { ownerId, amount } of changes) {
    const before = effect.get(ownerId);
    effect.set(ownerId, before === undefined ? amount : add(before, amount));
  }
  return ok(effect);
}
