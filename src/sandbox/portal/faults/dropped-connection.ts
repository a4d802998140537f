import * as z from 'zod';
import { effect, type Fate } from './fate.ts';

/** The connection is cut in place of an answer. */
export const droppedConnection = z.strictObject({
  kind: z.literal('dropped-connection'),
  effect: z.enum(effect).default('after'),
});

export function drop(fault: z.infer<typeof droppedConnection>): Fate {
  return { effect: fault.effect, kind: 'silence', milliseconds: 0 };
}
