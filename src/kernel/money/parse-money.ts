import Big from 'big.js';
import { minorDigits } from './minor-digits.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';

/**
 * Reads the decimal string in which HubSpot gives amounts, exactly; decimals beyond the currency's own are rounded
 * half away from zero. Null and the empty string are HubSpot's two ways to say that there is no amount: null.
 * Throws for text that is no number and for amounts beyond the safe integers.
 */
export function parseMoney(text: string | null, currency: string): Money | null {
  if (text === null || text === '') return null;
  const minor = new Big(text).times(`1e${minorDigits(currency)}`).round(0, Big.roundHalfUp);
  return money(minor.toNumber(), currency);
}
