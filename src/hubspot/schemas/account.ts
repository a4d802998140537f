import * as z from 'zod';
import { optionalText } from './fields.ts';

/** The portal itself. `timeZone` is a name of the tz database, currencies are ISO 4217 codes. */
export const account = z.object({
  portalId: z.number().int(),
  accountType: optionalText,
  portalName: optionalText,
  timeZone: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: z.array(z.string()).default([]),
  uiDomain: optionalText,
});
export type Account = z.infer<typeof account>;
