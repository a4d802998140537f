import { compareRatios, ratio, ratioFromDecimal, subtractRatios, type Ratio } from '../../kernel/ratio.ts';

/**
 * How much of what age alone changes goes out in a pass: nothing while people work, what one would notice at night, the
 * rest once a week. Every write bumps HubSpot's last-modified date and may wake a customer's workflow.
 */
export const driftPasses = ['none', 'nightly', 'weekly'] as const;
export type DriftPass = (typeof driftPasses)[number];

/** Two points of probability. */
const NOTICEABLE = ratio(2, 100);

type Values = Readonly<Record<string, string>>;

/**
 * Puts the known probability, and the forecast amount that goes with it, in the place of the desired ones where they
 * differ by age only and this pass does not send such drift. For a deal that somebody edited, or in a new period, the
 * difference is news and stays: the caller says so, and the period shows it.
 */
export function holdDrift(desired: Values, known: Values, pass: DriftPass): Values {
  const [wanted, shown] = [desired['sideline_win_probability'], known['sideline_win_probability']];
  if (!wanted || !shown || known['sideline_period'] !== desired['sideline_period']) return desired;
  const isHeld = pass === 'none' || (pass === 'nightly' && isSmall(wanted, shown));
  if (!isHeld) return desired;
  return {
    ...desired,
    sideline_win_probability: shown,
    sideline_forecast_amount: known['sideline_forecast_amount'] ?? '',
  };
}

function isSmall(wanted: string, shown: string): boolean {
  const difference: Ratio = subtractRatios(ratioFromDecimal(wanted), ratioFromDecimal(shown));
  const size = difference.numerator < 0n ? ratio(-difference.numerator, difference.denominator) : difference;
  return compareRatios(size, NOTICEABLE) < 0;
}
