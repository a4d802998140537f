import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { closesWithin } from './closes-within.ts';
import { isOmitted } from './is-omitted.ts';
import type { EstimatedWin, OpenDeal, WinEstimate } from './types.ts';
import { weighAmount } from './weigh-amount.ts';

export type LeftOutReason = 'omitted' | 'noEstimate' | 'closesElsewhere' | 'noAmount';

export interface ForecastPlace {
  readonly deal: Pick<OpenDeal, 'closeAt' | 'amount' | 'forecastCategory'>;
  /** For the end of the period. */
  readonly estimate: WinEstimate;
}

/**
 * What an open deal gives to the forecast of a period, amount × probability, or why it gives nothing.
 *
 * A probability learned from history already says "by the end of the period", so that every open deal counts, whatever
 * close date it hopes for. The pipeline's fixed percentage knows no date: then only deals that close in the period count.
 */
export function placeInForecast(
  { deal, estimate }: ForecastPlace,
  period: Pick<Period, 'start' | 'end'>,
): Result<Money, LeftOutReason> {
  const weighted = weighAmount(deal.amount, estimate);
  if (isOmitted(deal)) return err('omitted');
  if (estimate.kind === 'none') return err('noEstimate');
  if (!isExpectedWithin(deal, estimate, period)) return err('closesElsewhere');
  return weighted === null ? err('noAmount') : ok(weighted);
}

function isExpectedWithin(
  deal: Pick<OpenDeal, 'closeAt'>,
  { basis }: EstimatedWin,
  period: Pick<Period, 'start' | 'end'>,
): boolean {
  return basis !== 'pipeline' || closesWithin(deal, period);
}
