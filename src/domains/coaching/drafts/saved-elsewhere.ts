import type { Refusal } from '../../../http/index.ts';

/** Another window has written on: nothing is written over it. */
export const savedElsewhere: Refusal = {
  code: 'conflict',
  message: 'This was saved elsewhere meanwhile. Choose which of the two to keep.',
  field: 'version',
};
