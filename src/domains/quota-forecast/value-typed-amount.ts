import { convert, type Money } from '../../kernel/money.ts';

/** An invented amount in company currency, at the rate that HubSpot stamped on the deal; null when it stamped none. */
export function valueTypedAmount(
  typed: Money,
  exchangeRate: string | null,
  companyCurrency: string,
): Money | null {
  if (typed.currency === companyCurrency) return typed;
  return exchangeRate === null ? null : convert(typed, exchangeRate, companyCurrency);
}
