import * as z from 'zod';

/** The reply to a batch: 200 when every row passed, 207 when some failed. `errors` are read row by row elsewhere. */
export function batchReply<Item extends z.ZodType>(item: Item) {
  return z.object({
    results: z.array(item).default([]),
    errors: z.array(z.unknown()).default([]),
  });
}
