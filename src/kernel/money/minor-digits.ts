const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has by ISO 4217, as Intl knows them: EUR 2, JPY 0, KWD 3. Throws for a malformed code. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}
