import { toDecimalString } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { toDecimal } from '../../kernel/ratio.ts';
import type { WinEstimate } from './types.ts';
import { weighAmount } from './weigh-amount.ts';

export interface ForecastProperties {
  /** A fraction in whole percent, `'0.38'`. */
  readonly sideline_win_probability: string;
  /** A plain number in company currency, `'9120.00'`. */
  readonly sideline_forecast_amount: string;
}

/** What HubSpot is to hold on a deal; the empty string clears a property that cannot be computed. */
export function describeForecastProperties(amount: Money | null, estimate: WinEstimate): ForecastProperties {
  const weighted = weighAmount(amount, estimate);
  return {
    sideline_win_probability: estimate.kind === 'none' ? '' : toDecimal(estimate.probability, 2),
    sideline_forecast_amount: weighted === null ? '' : toDecimalString(weighted),
  };
}
