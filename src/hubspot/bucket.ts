import type { Bucket, BucketNews } from './pacer.ts';

/** At most `calls` in any stretch of `windowMs`. */
export interface BucketLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * HubSpot allows a public app 110 calls in any 10 seconds in each account, and an account 5 searches a second over all
 * its apps. We stay under both, because calls do not arrive as evenly as they leave.
 */
export const bucketLimits: Readonly<Record<Bucket, BucketLimit>> = {
  general: { calls: 105, windowMs: 10_000 },
  search: { calls: 1, windowMs: 223 },
};

/** With every call of ours counted, HubSpot still has 5 left; fewer means that somebody else spends from the bucket. */
const sharedBelow = 5;
/** In a second a tenth of the rolling window falls free. */
const sharedWaitMs = 1_000;

export interface BucketState {
  /** When the latest calls went out, oldest first, at most as many as the limit allows in a window. */
  readonly sent: readonly number[];
  /** No call before this. */
  readonly heldUntil: number;
}

export const emptyBucket: BucketState = { sent: [], heldUntil: 0 };

/** When the next call may go out; in the past when it may go at once. Times are milliseconds on one clock. */
export function nextCallAt(state: BucketState, limit: BucketLimit): number {
  const oldest = state.sent.length < limit.calls ? undefined : state.sent[0];
  return Math.max(state.heldUntil, oldest === undefined ? 0 : oldest + limit.windowMs);
}

/** Counts a call that goes out now. */
export function countCall(state: BucketState, limit: BucketLimit, now: number): BucketState {
  return { ...state, sent: [...state.sent, now].slice(-limit.calls) };
}

/** Holds the bucket back where HubSpot refused a call or has little left to give. */
export function heedNews(state: BucketState, news: BucketNews, now: number): BucketState {
  const isShared = news.remaining !== undefined && news.remaining < sharedBelow;
  const holdMs = Math.max(news.refusedForMs ?? 0, isShared ? sharedWaitMs : 0);
  return { ...state, heldUntil: Math.max(state.heldUntil, now + holdMs) };
}
