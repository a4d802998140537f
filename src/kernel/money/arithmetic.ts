import { money, zeroMoney } from './money.ts';
import type { Money } from './money.ts';

/** Throws a TypeError for two currencies: amounts are converted before they meet. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency)
    throw new TypeError(`${left.currency} and ${right.currency} do not add up`);
  return money(left.minor + right.minor, left.currency);
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

export function subtract(left: Money, right: Money): Money {
  return add(left, negate(right));
}

/** The currency is a parameter because an empty list has none. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let total = zeroMoney(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}
