import * as z from 'zod';
import { refuse } from '../http/answer.ts';
import { effect, type Fate } from './fate.ts';

/** A 500 in HubSpot's envelope. */
export const serverError = z.strictObject({
  kind: z.literal('server-error'),
  effect: z.enum(effect).default('before'),
});

export function failInside(fault: z.infer<typeof serverError>): Fate {
  return { effect: fault.effect, kind: 'answer', answer: refuse(500, { message: 'internal error' }) };
}
