import { hasBrowser } from './open-browser.ts';

/** A `describe` that needs a browser; where there is none its tests are left out, and the report says which and why. */
export function describeInBrowser(name: string, define: () => void): void {
  if (hasBrowser()) describe(name, define);
  else describe.skip(`${name} (left out: no browser was found on this machine)`, define);
}
