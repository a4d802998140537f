import { formatMoney, type Money } from '../../kernel/money.ts';

/** The amount without its code, where a code stands in the same sentence already: `'213,000'`. */
export function bareAmount(amount: Money): string {
  return formatMoney(amount).replace(` ${amount.currency}`, '');
}
