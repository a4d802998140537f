import * as z from 'zod';
import { expiredToken, unknownToken } from '../http/access-refusals.ts';
import type { Fate } from './fate.ts';

/** A 401 although the token is good; to end tokens for good, see the admin's levers. */
export const tokenRefused = z.strictObject({
  kind: z.literal('token-refused'),
  reason: z.enum(['expired', 'revoked']).default('expired'),
});

export function refuseToken({ reason }: z.infer<typeof tokenRefused>): Fate {
  const answer = reason === 'expired' ? expiredToken(0) : unknownToken;
  return { effect: 'before', kind: 'answer', answer };
}
