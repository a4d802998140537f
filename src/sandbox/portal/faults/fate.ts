import type { Answer } from '../http/answer.ts';

/**
 * What a fault does to one call: an answer in place of the true one, or no answer at all. With `effect: 'after'` the
 * call does what it was sent for, and only its answer is lost.
 */
export type Fate = { readonly effect: 'before' | 'after' } & (
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'html'; readonly status: number; readonly html: string }
  /** The connection stays open without an answer so long (milliseconds), then it is cut. */
  | { readonly kind: 'silence'; readonly milliseconds: number }
);

export const effect = ['before', 'after'] as const;
