import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

/** An amount as a plain decimal string, and the currency where it was written beside it. */
export interface WrittenAmount {
  readonly amount: string;
  readonly currency: string | null;
}

const WRITTEN = /^([A-Z]{3})?\s*([-+−]?\d[\d.,'’\s]*)\s*([A-Z]{3})?$/;

/**
 * Reads an amount as people and spreadsheets write it: `24000`, `24,000.00`, `24.000,00`, `24 000,50`, `1'234.50 EUR`.
 * A separator that could mark thousands or decimals, as in `24,000`, is refused: a guess would be wrong by a thousand.
 */
export function parseAmount(text: string): Result<WrittenAmount, string> {
  const [, before, number = '', after] = WRITTEN.exec(text) ?? [];
  if (number === '' || (before !== undefined && after !== undefined)) {
    return err(`"${text}" is no amount; write a number such as 24000 or 24000.50`);
  }
  const digits = number
    .replaceAll(/['’\s]/g, '')
    .replace('−', '-')
    .replace('+', '');
  const decimal = toDecimal(digits);
  if (decimal === null) {
    return err(
      `"${text}" can be read in two ways; write it without thousands separators, such as 24000 or 24000.50`,
    );
  }
  return ok({ amount: decimal, currency: before ?? after ?? null });
}

/** The digits with a decimal point, or null where a separator's meaning is open or the groups make no sense. */
function toDecimal(digits: string): string | null {
  if (/^-?\d+$/.test(digits)) return digits;
  const last = digits.match(/[.,](?=\d*$)/)?.[0] ?? '';
  const other = last === '.' ? ',' : '.';
  const [whole = '', ...fractions] = digits.split(last);
  const fraction = fractions.at(-1) ?? '';
  // Several of one kind can only be thousands: 1,234,567.
  if (fractions.length > 1) return isGrouped(digits, last) ? digits.replaceAll(last, '') : null;
  if (whole.includes(other))
    return isGrouped(whole, other) && fraction !== '' ? `${whole.replaceAll(other, '')}.${fraction}` : null;
  const couldBeThousands = fraction.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole);
  return couldBeThousands || fraction === '' ? null : `${whole}.${fraction}`;
}

const isGrouped = (digits: string, separator: string): boolean =>
  new RegExp(`^-?\\d{1,3}(\\${separator}\\d{3})+$`).test(digits);
