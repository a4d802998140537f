import type { Refusal } from '../../../http/index.ts';

/** Null where somebody typed what they were asked to type. */
export function mustConfirm(typed: string, wanted: string): Refusal | null {
  return typed.trim() === wanted.trim()
    ? null
    : { code: 'bad_request', message: `Type ${wanted} exactly to go on.`, field: 'confirm' };
}

/** HubSpot's own words for why something could not be done. */
export function refusedByHubSpot(what: string, words: string): Refusal {
  return {
    code: 'unavailable',
    message: `HubSpot did not let Sideline ${what}: ${words} Try again in a minute.`,
  };
}
