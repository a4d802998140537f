// Generated from src/contract/settings/fields.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** HubSpot's ids are decimal strings that may exceed exact integers. */
export const hubspotId = z.string().check(z.regex(/^[1-9]\d{0,19}$/));

/** Where a further page begins; only ever what the page before gave. */
export const pageMark = z.string().check(z.regex(/^[\w:-]{1,64}$/));

/** A plain decimal in the company currency. */
export const plainAmount = z.string().check(z.regex(/^\d{1,13}(\.\d{1,4})?$/));

/** What one types to find somebody by name or address. */
export const searchText = z.string().check(z.maxLength(100));

/** The key of a period: "2026-11", "2026-Q4", "2026-H2" or "2026". */
export const periodKey = z.string().check(z.regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/));

/** A record of the portal: link to it with its type and id; `path` is the same behind https://app.hubspot.com. */
export const recordLink = z.strictObject({
  objectTypeId: z.literal('0-3'),
  recordId: z.string(),
  name: z.string(),
  path: z.string(),
});
export type RecordLink = z.infer<typeof recordLink>;

/** For routes that take nothing. */
export const nothing = z.strictObject({});

/** What a change answers that shows nothing anew: one sentence for a notice. */
export const done = z.strictObject({ message: z.string() });
export type Done = z.infer<typeof done>;
