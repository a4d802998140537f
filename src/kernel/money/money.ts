/** An amount in whole minor units (cents, yen, fils) of an ISO 4217 currency. `minor` is always a safe integer. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Throws a RangeError beyond the safe integers, where a number would silently lose cents. */
export function money(minor: number | bigint, currency: string): Money {
  const amount = Number(minor);
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`${minor} is no safe number of minor units of ${currency}`);
  return { minor: amount + 0, currency }; // + 0 turns -0 into 0, which would not be deeply equal
}

export function zeroMoney(currency: string): Money {
  return money(0, currency);
}
