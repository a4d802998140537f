import * as z from 'zod';
import { effect, type Fate } from './fate.ts';

/** No answer: the connection hangs until the client gives up, or is cut after `hangMs`. */
export const timeout = z.strictObject({
  kind: z.literal('timeout'),
  effect: z.enum(effect).default('after'),
  hangMs: z.number().int().min(0).default(120_000),
});

export function hang(fault: z.infer<typeof timeout>): Fate {
  return { effect: fault.effect, kind: 'silence', milliseconds: fault.hangMs };
}
