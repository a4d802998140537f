// Generated from src/contract/coaching/copy.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** For ops: how a person's copy stands; never what is in it. */
export const copyState = z.strictObject({
  state: z.enum(['none', 'waiting', 'collected', 'expired']),
  /** "Waits for Ana Ruiz since 24 Nov 2026; it can be collected until 24 Dec 2026." */
  sentence: z.string(),
  /** "Send this person their coaching"; null while a copy waits. */
  sendLabel: z.nullable(z.string()),
});
export type CopyState = z.infer<typeof copyState>;
