import type { Clock } from '../../../kernel/clock.ts';
import { answer, type Answer } from './answer.ts';

/** What HubSpot grants a public app for each account that installed it. */
export const publicAppLimits = { perTenSeconds: 110, searchesPerSecond: 5 };

export interface RateLimits {
  /** Counts one call; the answer is a refusal, or the headers that go with the reply. */
  count(limit: 'rolling' | 'search'): { refusal: Answer } | { headers: Record<string, string> };
}

export function openRateLimits(clock: Clock, limits: typeof publicAppLimits): RateLimits {
  const rolling = slidingWindow(10_000, limits.perTenSeconds);
  const searches = slidingWindow(1_000, limits.searchesPerSecond);
  return {
    count(limit) {
      const now = clock.now().getTime();
      if (limit === 'search') {
        return searches(now) === null ? { refusal: tooMany('secondly', 'SECONDLY') } : { headers: {} };
      }
      const remaining = rolling(now);
      const headers = {
        'X-HubSpot-RateLimit-Max': String(limits.perTenSeconds),
        'X-HubSpot-RateLimit-Remaining': String(remaining ?? 0),
        'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
      };
      if (remaining !== null) return { headers };
      return { refusal: { ...tooMany('ten_secondly_rolling', 'TEN_SECONDLY_ROLLING'), headers } };
    },
  };
}

/** Counts calls of the last `milliseconds`; null when one more would be too many, else how many remain. */
function slidingWindow(milliseconds: number, most: number): (now: number) => number | null {
  const calls: number[] = [];
  return (now) => {
    while (calls[0] !== undefined && calls[0] <= now - milliseconds) calls.shift();
    if (calls.length >= most) return null;
    calls.push(now);
    return most - calls.length;
  };
}

function tooMany(name: string, policyName: string): Answer {
  return answer(429, {
    status: 'error',
    message: `You have reached your ${name} limit.`,
    errorType: 'RATE_LIMIT',
    policyName,
  });
}
