import type { Refusal } from '../../../http/index.ts';

/** Whoever answers a note answers what they have read of it. */
export const changedSince: Refusal = {
  code: 'conflict',
  message: 'Your manager has changed this note since. Read it as it is now, then answer.',
  field: 'version',
};
