import type { Bucket, BucketNews } from './pacer.ts';

/** How calls may follow each other. Times are in milliseconds. */
export interface BucketLimit {
  /** At most so many in any stretch of `windowMs`. */
  readonly calls: number;
  readonly windowMs: number;
  /** As long as fewer than this went out in a window, calls may go at once; after that they keep `spacingMs` apart. */
  readonly burst: number;
  readonly spacingMs: number;
  /** A ticket that is missed by more (the process was busy) would go out where nobody expects it. */
  readonly latestMs: number;
}

/**
 * HubSpot allows a public app 110 calls in any 10 seconds in each account, and an account 5 searches a second over all
 * its apps. We stay at 105 and 4.5, because calls do not arrive as evenly as they leave: the window is stretched by 100 ms, so
 * that two calls may differ by as much in their way to HubSpot without a 106th falling into 10 seconds; and since they come
 * evenly, each further 92 ms cost only one of the 5 that HubSpot has left. At 225 ms a sixth search falls into a second only
 * when the way of two differs by 125 ms, so that a search must not be late by itself.
 */
export const bucketLimits: Readonly<Record<Bucket, BucketLimit>> = {
  general: { calls: 105, windowMs: 10_100, burst: 50, spacingMs: 92, latestMs: 250 },
  search: { calls: 1, windowMs: 225, burst: 1, spacingMs: 225, latestMs: 50 },
};

/** With every call of ours counted, HubSpot still has 5 left, 2 of them for calls that came unevenly. Fewer: somebody else spends. */
const sharedBelow = 3;
/** For each call that is missing: three times the time in which the rolling window sets one free. */
const holdForEachMissingMs = 300;

/** No ticket is further ahead than this, unless a clock was set back: then what lies beyond is forgotten. */
const furthestMs = 5 * 60_000;

export interface BucketState {
  /** For when tickets were given out, earliest first; those that still count. */
  readonly sent: readonly number[];
  /** No call before this. */
  readonly heldUntil: number;
}

export const emptyBucket: BucketState = { sent: [], heldUntil: 0 };

/** Gives out the next tickets, earliest first. Times are milliseconds on one clock. */
export function takeTickets(
  state: BucketState,
  limit: BucketLimit,
  { count, now }: { readonly count: number; readonly now: number },
): { readonly state: BucketState; readonly tickets: readonly number[] } {
  const counts = (at: number) => at > now - limit.windowMs && at < now + furthestMs;
  const heldUntil = state.heldUntil < now + furthestMs ? state.heldUntil : 0;
  const sent = state.sent.filter(counts);
  const before = sent.length;
  while (sent.length < before + count) sent.push(nextTicketAt({ sent, heldUntil }, limit, now));
  // A further ticket depends on no more than the latest `calls`.
  return { state: { sent: sent.slice(-limit.calls), heldUntil }, tickets: sent.slice(before) };
}

function nextTicketAt({ sent, heldUntil }: BucketState, limit: BucketLimit, now: number): number {
  const fromLast = (back: number) => sent.at(-back) ?? -Infinity;
  const latest = fromLast(1);
  const evenly = Math.min(latest + limit.spacingMs, fromLast(limit.burst) + limit.windowMs);
  return Math.max(now, heldUntil, latest, evenly, fromLast(limit.calls) + limit.windowMs);
}

/** Takes tickets back that nobody will use. */
export function returnTickets(state: BucketState, unused: readonly number[]): BucketState {
  const sent = [...state.sent];
  for (const at of unused) {
    const index = sent.indexOf(at);
    if (index >= 0) sent.splice(index, 1);
  }
  return { ...state, sent };
}

/** For how long an answer's news hold the bucket back; 0 where they do not. */
export function holdFor({ remaining = sharedBelow, refusedForMs = 0 }: BucketNews): number {
  return Math.max(refusedForMs, Math.max(0, sharedBelow - remaining) * holdForEachMissingMs);
}
