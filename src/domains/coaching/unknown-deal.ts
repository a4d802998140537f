import type { Refusal } from '../../http/index.ts';

/** A deal that the mirror does not hold (yet). */
export const unknownDeal: Refusal = {
  code: 'not_found',
  message: 'Sideline has not read this deal yet.',
  field: 'recordId',
};
