import * as z from 'zod';
import { decimal } from './fields.ts';

/** The code of the company currency, which HubSpot gives as the id of its record. */
export const companyCurrency = z.object({ id: z.string().regex(/^[A-Z]{3}$/) }).transform(({ id }) => id);

/** One unit of `fromCurrencyCode` is worth `conversionRate` units of `toCurrencyCode` since `effectiveAt`. */
export const exchangeRate = z.object({
  fromCurrencyCode: z.string(),
  toCurrencyCode: z.string(),
  conversionRate: decimal,
  effectiveAt: z.string(),
});
export type ExchangeRate = z.infer<typeof exchangeRate>;
