import type { SeedExchangeRate } from '../seed.ts';
import { toIso } from './calendar.ts';
import type { Random } from './random.ts';

export const COMPANY_CURRENCY = 'EUR';
export const OTHER_CURRENCIES = ['USD', 'GBP'] as const;

const MIDDLE: Readonly<Record<(typeof OTHER_CURRENCIES)[number], number>> = { USD: 0.91, GBP: 1.165 };

/** A rate a month for each foreign currency, drifting about its middle, for three years before now. */
export function makeExchangeRates(random: Random, now: number): SeedExchangeRate[] {
  const today = new Date(now);
  return OTHER_CURRENCIES.flatMap((from) => {
    let rate = MIDDLE[from];
    return Array.from({ length: 37 }, (_, index) => {
      // Pulled back by a tenth a month, so that two years never take it anywhere silly.
      rate += (MIDDLE[from] - rate) * 0.1 + rate * 0.012 * random.normal();
      const effectiveAt = toIso(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 36 + index, 1));
      return { from, to: COMPANY_CURRENCY, rate: rate.toFixed(6), effectiveAt };
    });
  });
}

/** What one unit of a currency is worth in company currency at an instant. */
export type RateAt = (currency: string, instant: number) => number;

/** Looks rates up in a table that is in ascending order of time for each currency. */
export function lookUpRates(rates: readonly SeedExchangeRate[]): RateAt {
  const series = new Map(
    OTHER_CURRENCIES.map((currency) => [
      currency as string,
      rates
        .filter(({ from }) => from === currency)
        .map(({ rate, effectiveAt }) => ({ rate: Number(rate), from: Date.parse(effectiveAt) })),
    ]),
  );
  return (currency, instant) => series.get(currency)?.findLast(({ from }) => from <= instant)?.rate ?? 1;
}
