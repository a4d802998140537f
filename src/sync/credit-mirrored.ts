import { creditDeal, toDealState } from '../domains/quota/index.ts';
import { calendarOf, type Portal } from '../kernel/portal.ts';
import type { CreditedDeal, DealSplit, MirroredDeal } from '../mirror/index.ts';

/** A mirrored deal with the credit that follows from it, in the portal's periods. */
export function creditMirrored(
  deal: MirroredDeal,
  splits: readonly DealSplit[],
  portal: Pick<Portal, 'timeZone' | 'fiscalStartMonth' | 'periodKind' | 'companyCurrency'>,
): CreditedDeal {
  const state = toDealState(deal, splits, portal.companyCurrency);
  const credited = creditDeal(state, calendarOf(portal), portal.periodKind);
  return credited.ok
    ? { deal, splits, credits: credited.value, exclusion: null }
    : { deal, splits, credits: [], exclusion: credited.failure };
}
