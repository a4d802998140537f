// Generated from src/contract/settings/sync.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { done, hubspotId, pageMark, recordLink } from './fields.ts';

/** How far a running read has come. */
export const syncProgress = z.strictObject({
  /** "Reading deals". */
  phase: z.string(),
  read: z.number(),
  /** Null while nobody knows how many there are. */
  total: z.nullable(z.number()),
  /** 0 to 100, whole; null without a total. */
  percent: z.nullable(z.number()),
  /** "4,200 of 12,480 deals". */
  text: z.string(),
});
export type SyncProgress = z.infer<typeof syncProgress>;

export const syncView = z.strictObject({
  state: z.enum(['reading', 'working', 'upToDate', 'paused', 'trouble']),
  /** "Up to date: everything that HubSpot told us is worked in." */
  headline: z.string(),
  progress: z.nullable(syncProgress),
  /** Facts in the order to show them, ready to print: last read, last event, last write, waiting, oldest waiting, parked. */
  facts: z.array(
    z.strictObject({
      id: z.enum(['lastPull', 'lastEvent', 'lastWrite', 'waiting', 'oldestWaiting', 'parked', 'pausedUntil']),
      label: z.string(),
      value: z.string(),
    }),
  ),
  waiting: z.number(),
  parked: z.number(),
  /** Until when HubSpot asked us to wait; null when it did not. */
  pausedUntilLabel: z.nullable(z.string()),
  /** False while a read runs anyway. */
  mayCheckAgain: z.boolean(),
});
export type SyncView = z.infer<typeof syncView>;

export const parkedRequest = z.strictObject({ after: z.optional(pageMark) });
export type ParkedRequest = z.infer<typeof parkedRequest>;

/** Writes that HubSpot refused for good, in its own words. */
export const parkedView = z.strictObject({
  total: z.number(),
  rows: z.array(
    z.strictObject({
      record: recordLink,
      /** HubSpot's code and words. */
      code: z.string(),
      message: z.string(),
      /** What was to be written: label and value. */
      values: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    }),
  ),
  /** Ask again with this as `after`; null on the last page. */
  after: z.nullable(z.string()),
});
export type ParkedView = z.infer<typeof parkedView>;

/** Null: all of them. */
export const retryRequest = z.strictObject({ recordId: z.nullable(hubspotId) });
export type RetryRequest = z.infer<typeof retryRequest>;

export const checkAgainReply = done;
