import * as z from 'zod';
import { publicAppLimits, tooMany } from '../http/rate-limits.ts';
import type { Fate } from './fate.ts';

/** A 429 that the caller did not bring about: the limits of an account are shared, and HubSpot miscounts. */
export const rateLimited = z.strictObject({
  kind: z.literal('rate-limited'),
  policy: z.enum(['TEN_SECONDLY_ROLLING', 'SECONDLY', 'DAILY']).default('TEN_SECONDLY_ROLLING'),
  /** Seconds; HubSpot's documents promise no such header on a 429. */
  retryAfter: z.number().int().min(0).optional(),
});

export function refuseForLimit({ policy, retryAfter }: z.infer<typeof rateLimited>): Fate {
  const { headers, ...refusal } = tooMany(policy, publicAppLimits);
  const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return { effect: 'before', kind: 'answer', answer: { ...refusal, headers: { ...headers, ...wait } } };
}
