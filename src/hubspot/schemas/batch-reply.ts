import * as z from 'zod';

/** The reply to a batch: 200 when every row passed, 207 when some failed. */
export function batchReply<Item>(item: z.ZodType<Item>) {
  return z.object({
    results: z.array(item).default([]),
    /** Members have the form of an error body. */
    errors: z.array(z.unknown()).default([]),
  });
}
