import * as z from 'zod';
import { refuse } from '../http/answer.ts';
import type { Fate } from './fate.ts';

/** A 477: the account moves between data centres; Retry-After is in seconds, up to a day. */
export const migrating = z.strictObject({
  kind: z.literal('migrating'),
  retryAfter: z.number().int().min(0).max(86_400).default(86_400),
});

export function refuseWhileMigrating({ retryAfter }: z.infer<typeof migrating>): Fate {
  const refusal = { message: 'This account is currently being migrated.', category: 'MIGRATION_IN_PROGRESS' };
  const answer = refuse(477, refusal, { 'Retry-After': String(retryAfter) });
  return { effect: 'before', kind: 'answer', answer };
}
