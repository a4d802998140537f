import type { InstallDependencies } from './dependencies.ts';
import type { PortalSession } from '../hubspot/index.ts';

/** Who ends what, and with what. */
export interface Leaving {
  readonly deps: Pick<InstallDependencies, 'db' | 'hubspot' | 'sealer' | 'manifest' | 'clock'>;
  readonly portalId: number;
  readonly session: PortalSession;
  /** The HubSpot user who asks; null where Sideline does it by itself. */
  readonly userId: string | null;
}
