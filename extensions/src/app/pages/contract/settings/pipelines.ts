// Generated from src/contract/settings/pipelines.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** Every pipeline of the portal, and whether its deals count. */
export const pipelinesView = z.strictObject({
  /** "Deals of the pipelines that count are measured against every quota that does not name its own." */
  rule: z.string(),
  pipelines: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      counts: z.boolean(),
      openDeals: z.number(),
      /** Quotas of the present period that count this pipeline alone. */
      ownQuotas: z.number(),
    }),
  ),
});
export type PipelinesView = z.infer<typeof pipelinesView>;

/** All others count, also those that HubSpot gets later. */
export const pipelinesRequest = z.strictObject({
  uncountedIds: z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(200)),
});
export type PipelinesRequest = z.infer<typeof pipelinesRequest>;

export const pipelinesPreview = z.strictObject({
  isChange: z.boolean(),
  /** "The numbers of 12 people move." */
  headline: z.string(),
  /** The first hundred whose numbers move, those who move furthest first. */
  people: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() })),
  /** What else follows, and why quotas of their own stay as they are. */
  consequences: z.array(z.string()),
});
export type PipelinesPreview = z.infer<typeof pipelinesPreview>;
