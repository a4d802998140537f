import * as z from 'zod';
import { refuse } from '../http/answer.ts';
import type { Fate } from './fate.ts';

/** A 423: records are locked for about two seconds while much is written to them. */
export const locked = z.strictObject({ kind: z.literal('locked') });

export function refuseAsLocked(): Fate {
  const message = 'The record is locked because a large volume of data is being synced. Try again later.';
  return { effect: 'before', kind: 'answer', answer: refuse(423, { message, category: 'LOCKED' }) };
}
