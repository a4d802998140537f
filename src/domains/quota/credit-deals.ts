import type { FiscalCalendar, PeriodKind } from '../../kernel/period.ts';
import { creditDeal } from './credit-deal.ts';
import type { Credit, DealState, Exclusion } from './types.ts';

/** The credit of many deals, with every won deal that gives none and the reason. */
export function creditDeals(
  deals: readonly DealState[],
  calendar: FiscalCalendar,
  periodKind: PeriodKind,
): { readonly credits: Credit[]; readonly exclusions: Exclusion[] } {
  const credits: Credit[] = [];
  const exclusions: Exclusion[] = [];
  for (const deal of deals) {
    const credited = creditDeal(deal, calendar, periodKind);
    if (credited.ok) credits.push(...credited.value);
    else exclusions.push(credited.failure);
  }
  return { credits, exclusions };
}
