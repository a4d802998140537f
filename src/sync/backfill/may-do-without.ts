import type { HubSpotFailure } from '../../hubspot/index.ts';

/** Whether a portal can be read without search: what it refuses for good, the list gives. */
export function mayDoWithout({ code }: HubSpotFailure): boolean {
  return ['rejected', 'forbidden', 'missing_scopes', 'not_found', 'unexpected_reply'].includes(code);
}
