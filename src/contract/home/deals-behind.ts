import * as z from 'zod/mini';

/** Which deals make up a figure of the Team tab. */
export const dealsBehindRequest = z.strictObject({
  /** As the row says it. */
  subject: z.string().check(z.regex(/^(everybody|team [1-9]\d{0,19}|[1-9]\d{0,19})$/)),
  figure: z.enum(['won', 'forecast', 'coverage', 'leftOut']),
  /** From 0. */
  page: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
});
export type DealsBehindRequest = z.infer<typeof dealsBehindRequest>;

export const dealsBehindView = z.strictObject({
  /** "Won by Ana Ruiz in Q4 2026". */
  title: z.string(),
  /** How the figure is made of these deals. */
  formula: z.string(),
  /** What they sum to; null where they sum to nothing that the figure shows. */
  total: z.nullable(z.string()),
  deals: z.array(
    z.strictObject({
      /** HubSpot's record id, for the link. */
      id: z.string(),
      name: z.string(),
      /** "24,000 EUR · closes 30 Dec 2026". */
      facts: z.string(),
      /** What it gives to the figure; null for one that was left out. */
      counts: z.nullable(z.string()),
      /** Why it was left out, or how it counts; null when there is nothing to say. */
      remark: z.nullable(z.string()),
    }),
  ),
  /** How many there are on all pages. */
  count: z.number(),
  /** The page after this one; null on the last. */
  nextPage: z.nullable(z.number()),
});
export type DealsBehindView = z.infer<typeof dealsBehindView>;
