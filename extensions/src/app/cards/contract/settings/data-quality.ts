// Generated from src/contract/settings/data-quality.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { pageMark, recordLink } from './fields.ts';

export const dataCheckId = z.enum([
  'noAmount',
  'noOwner',
  'ownerLeft',
  'noCloseDate',
  'closeDatePast',
  'noRate',
  'splitNotWhole',
  'wonNotCounted',
]);
export type DataCheckId = z.infer<typeof dataCheckId>;

export const dataQualityView = z.strictObject({
  /** "38 of 412 open deals have a gap." or "No gaps." */
  headline: z.string(),
  checks: z.array(
    z.strictObject({
      id: dataCheckId,
      /** "Without an amount". */
      title: z.string(),
      deals: z.number(),
      /** What the gap costs, and how to close it. */
      consequence: z.string(),
      fix: z.string(),
    }),
  ),
});
export type DataQualityView = z.infer<typeof dataQualityView>;

export const dataGapRequest = z.strictObject({ check: dataCheckId, after: z.optional(pageMark) });
export type DataGapRequest = z.infer<typeof dataGapRequest>;

export const dataGapView = z.strictObject({
  check: dataCheckId,
  total: z.number(),
  deals: z.array(
    z.strictObject({
      record: recordLink,
      /** Null without an owner. */
      owner: z.nullable(z.string()),
      /** "closes 3 Oct 2026", "in CHF", "splits add up to 80 %". */
      detail: z.nullable(z.string()),
    }),
  ),
  after: z.nullable(z.string()),
});
export type DataGapView = z.infer<typeof dataGapView>;
