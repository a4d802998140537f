import type { PortalId } from '../kernel/ids.ts';
import type { HubSpotFailure } from './failure.ts';

/** HubSpot wants a portal left alone: while it moves it between data centres, or until a limit is set back. */
export interface Pause {
  readonly reason: 'migrating' | 'rate_limited';
  readonly until: Date;
  /** From the moment of asking. */
  readonly leftMs: number;
  /** HubSpot's own words. */
  readonly message: string;
}

/** Remembers pauses, for all processes and beyond their end. */
export interface PortalPauses {
  /** The pause that holds now; null when the portal may be called. */
  readonly read: (portalId: PortalId) => Promise<Pause | null>;
  /** Begins a pause. `forMs` is null where HubSpot did not say for how long. */
  begin(
    portalId: PortalId,
    pause: { readonly reason: Pause['reason']; readonly forMs: number | null; readonly message: string },
  ): Promise<void>;
}

/** For tools that call a portal once: nobody else has to know. */
export const noPauses: PortalPauses = {
  read: () => Promise.resolve(null),
  begin: async () => {},
};

const statusOf = { migrating: 477, rate_limited: 429 } as const;

/** How a call fails that is not made because of a pause. */
export function describePause({ reason, message, leftMs }: Pause): HubSpotFailure {
  return { code: reason, status: statusOf[reason], message, retryAfterMs: leftMs };
}
