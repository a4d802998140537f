import * as z from 'zod';
import { lackingScopes } from '../http/access-refusals.ts';
import type { Fate } from './fate.ts';

/** A 403: a scope was taken away, or the account's subscription lacks the feature. */
export const scopesMissing = z.strictObject({
  kind: z.literal('scopes-missing'),
  scopes: z.array(z.string()).min(1),
});

export function refuseForScopes({ scopes }: z.infer<typeof scopesMissing>): Fate {
  return { effect: 'before', kind: 'answer', answer: lackingScopes(scopes) };
}
