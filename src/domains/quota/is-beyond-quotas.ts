import { minorDigits } from '../../kernel/money.ts';

/** A hundred billion of most currencies: nobody's quota is larger, and sums of a company's stay exact integers. */
const LARGEST_MINOR = 1e13;

/** Whether a plain decimal is more than a quota can be; a slip of the keyboard, hence worth a word. */
export function isBeyondQuotas(amount: string, currency: string): boolean {
  return Number(amount) * 10 ** minorDigits(currency) > LARGEST_MINOR;
}
