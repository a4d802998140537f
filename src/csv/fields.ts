import * as z from 'zod';
import { ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { parseAmount } from './parse-amount.ts';
import { parseDay, parseInstant } from './parse-instant.ts';

/** A cell read by a function whose failure becomes the row's problem. */
export function parsedBy<Value>(parse: (text: string) => Result<Value, string>) {
  return z.string().transform((text, context) => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    context.issues.push({ code: 'custom', message: parsed.failure, input: text });
    return z.NEVER;
  });
}

/** The same, with null for an empty cell. */
export function optionally<Value>(parse: (text: string) => Result<Value, string>) {
  return parsedBy<Value | null>((text) => (text === '' ? ok(null) : parse(text)));
}

export const requiredText = z.string().min(1, 'is empty; fill it in');

export const optionalText = z.string().transform((text) => (text === '' ? null : text));

export const instant = (timeZone: string) => parsedBy((text) => parseInstant(text, timeZone));

export const optionalInstant = (timeZone: string) => optionally((text) => parseInstant(text, timeZone));

export const optionalDay = optionally(parseDay);

export const optionalAmount = optionally(parseAmount);

const CURRENCY = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'is no currency code; write three letters such as EUR');

export const optionalCurrency = z.union([z.literal('').transform(() => null), CURRENCY]);
