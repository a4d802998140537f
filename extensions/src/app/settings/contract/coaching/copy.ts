// Generated from src/contract/coaching/copy.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** For ops: how a person's copy stands; never what is in it. */
export const copyState = z.strictObject({
  state: z.enum(['none', 'waiting', 'collected', 'expired', 'withdrawn']),
  /** "Waits for Ana Ruiz since 24 Nov 2026; it can be collected until 24 Dec 2026." */
  sentence: z.string(),
  /** "Send this person their coaching"; null while a copy waits. */
  sendLabel: z.nullable(z.string()),
});
export type CopyState = z.infer<typeof copyState>;

/** For the person it is about: what ops have prepared for them, and whether it can be opened. */
export const ownCopy = z.strictObject({ sentence: z.string(), mayOpen: z.boolean() });
export type OwnCopy = z.infer<typeof ownCopy>;
