import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import { answer, type Answer } from './answer.ts';

/** What HubSpot grants a public app for each account that installed it; such an app has no daily limit. */
export const publicAppLimits = { perTenSeconds: 110, searchesPerSecond: 5 };

const boundless = 1_000_000_000;

/** For tests and benchmarks of something else: no call is one too many. */
export const noLimits: typeof publicAppLimits = { perTenSeconds: boundless, searchesPerSecond: boundless };

export interface RateLimits {
  /** Counts one call; the answer is a refusal, or the headers that go with the reply. */
  count(limit: 'rolling' | 'search' | 'none'): { refusal: Answer } | { headers: Record<string, string> };
}

export function openRateLimits(clock: Clock, limits: typeof publicAppLimits): RateLimits {
  const rolling = slidingWindow(10_000, limits.perTenSeconds);
  const searches = slidingWindow(1_000, limits.searchesPerSecond);
  return {
    count(limit) {
      const now = clock.now().getTime();
      if (limit === 'none') return { headers: {} };
      if (limit === 'search') {
        return searches(now) === null ? { refusal: tooMany('SECONDLY', limits) } : { headers: {} };
      }
      const remaining = rolling(now);
      if (remaining === null) return { refusal: tooMany('TEN_SECONDLY_ROLLING', limits) };
      return { headers: rollingHeaders(limits, remaining) };
    },
  };
}

function rollingHeaders(limits: typeof publicAppLimits, remaining: number): Record<string, string> {
  return {
    'X-HubSpot-RateLimit-Max': String(limits.perTenSeconds),
    'X-HubSpot-RateLimit-Remaining': String(remaining),
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
  };
}

/** Counts calls of the last `milliseconds`; null when one more would be too many, else how many remain. */
function slidingWindow(milliseconds: number, most: number): (now: number) => number | null {
  if (most >= boundless) return () => boundless;
  let calls: number[] = [];
  let first = 0;
  return (now) => {
    while ((calls[first] ?? Infinity) <= now - milliseconds) first += 1;
    if (first > 1_000) {
      calls = calls.slice(first);
      first = 0;
    }
    if (calls.length - first >= most) return null;
    calls.push(now);
    return most - (calls.length - first);
  };
}

const limitNames = {
  TEN_SECONDLY_ROLLING: 'ten_secondly_rolling',
  SECONDLY: 'secondly',
  DAILY: 'daily',
} as const;

/** HubSpot's 429 for a policy; searches carry no limit headers, and public apps none of the day. */
export function tooMany(policyName: keyof typeof limitNames, limits: typeof publicAppLimits): Answer {
  const body = {
    status: 'error',
    message: `You have reached your ${limitNames[policyName]} limit.`,
    errorType: 'RATE_LIMIT',
    policyName,
    requestId: randomUUID(),
  };
  return answer(429, body, policyName === 'TEN_SECONDLY_ROLLING' ? rollingHeaders(limits, 0) : undefined);
}
