import { err, ok, type Result } from '../kernel/result.ts';
import type { InstallAnswer, InstallRefusal } from './finish-install.ts';

export interface Callback {
  readonly answer: InstallAnswer;
  /** Where HubSpot waits for the admin to come back; null when the install was begun with us. */
  readonly returnUrl: string | null;
}

/**
 * Reads where HubSpot sent the admin's browser. An install begun with us brings its state back, which must be the one in the
 * browser's cookie. One begun by the install button of the marketplace brings a code and a `returnUrl`, to which the browser
 * must go once the install is done; whoever installs need not be known to us.
 */
export function readCallback(
  query: Readonly<Record<string, unknown>>,
  { cookieState, hubspotOrigin }: { readonly cookieState: string | null; readonly hubspotOrigin: string },
): Result<Callback, InstallRefusal> {
  const { code, state, returnUrl, error_description: refusedBecause } = query;
  if (typeof code !== 'string') {
    return err({ message: typeof refusedBecause === 'string' ? refusedBecause : 'HubSpot sent no code.' });
  }
  if (typeof state === 'string') {
    return cookieState === state
      ? ok({ answer: { code, state }, returnUrl: null })
      : err({ message: 'This install was begun in another browser. Start again.' });
  }
  if (typeof returnUrl !== 'string' || !isHubSpots(returnUrl, hubspotOrigin)) {
    return err({ message: 'HubSpot did not say where to go back to. Start again from the marketplace.' });
  }
  return ok({ answer: { code, state: null }, returnUrl });
}

/** Otherwise anybody could use our address to send people anywhere. */
function isHubSpots(address: string, hubspotOrigin: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  return origin === hubspotOrigin || (protocol === 'https:' && /(^|\.)hubspot\.com$/.test(hostname));
}
