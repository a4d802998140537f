import { pulseQuarterAt } from './pulse-quarter.ts';

/** What is known of a portal's quarters without looking into them. */
export interface PortalRounds {
  readonly portalId: number;
  readonly timeZone: string;
  readonly isOn: boolean;
  /** Not published yet. */
  readonly openKeys: readonly string[];
  /** Of all quarters there were; null before the first. */
  readonly newestKey: string | null;
}

/** The portals of which a quarter is over and not published, or has begun and is not opened. */
export function listDueRounds(portals: readonly PortalRounds[], now: Date): number[] {
  return portals
    .filter(({ timeZone, isOn, openKeys, newestKey }) => {
      const present = pulseQuarterAt(now, timeZone);
      return openKeys.some((key) => key < present) || (isOn && (newestKey === null || newestKey < present));
    })
    .map(({ portalId }) => portalId);
}
