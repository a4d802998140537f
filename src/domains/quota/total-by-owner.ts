import type { OwnerId } from '../../kernel/ids.ts';
import { add, type Money } from '../../kernel/money.ts';
import type { CountedCredit, Credit } from './types.ts';

/**
 * Credit by owner, with what falls together (one pipeline, period, kind and track) added up. One pass, in the order in which
 * the credits lie in memory: of a million of them a few thousand sums are left, and what is measured of the sums is what
 * would be measured of the credits. Throws a TypeError where somebody's credit is in two currencies.
 */
export function totalByOwner(credits: Iterable<Credit>): Map<OwnerId, readonly CountedCredit[]> {
  const totals = new Map<OwnerId, Total[]>();
  for (const credit of credits) {
    const own = totals.get(credit.ownerId);
    const total = own?.find((each) => fallTogether(each, credit));
    if (total) total.amount = add(total.amount, credit.amount);
    else if (own) own.push(beginTotal(credit));
    else totals.set(credit.ownerId, [beginTotal(credit)]);
  }
  return totals;
}

type Total = CountedCredit & { amount: Money };

function beginTotal({ pipelineId, periodKey, kind, track, amount }: Credit): Total {
  return { pipelineId, periodKey, kind, track, amount };
}

function fallTogether(total: CountedCredit, credit: CountedCredit): boolean {
  return (
    total.periodKey === credit.periodKey &&
    total.pipelineId === credit.pipelineId &&
    total.kind === credit.kind &&
    total.track === credit.track
  );
}
