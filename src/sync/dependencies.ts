import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { ForecastService } from '../domains/forecast/index.ts';
import type { QuotaService } from '../domains/quota/index.ts';
import type { HubSpotFailure, PortalSession } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Portal } from '../kernel/portal.ts';
import type { Manifest } from '../manifest/index.ts';
import type { FollowMerge } from '../mirror/index.ts';
import type { Tables } from '../store/index.ts';
import type { TaskFollower } from '../tasks/index.ts';
import type { FollowContactMerge } from './events/follow-contacts.ts';

export interface SyncDependencies {
  readonly db: Kysely<Tables>;
  readonly manifest: Manifest;
  /** The business clock: periods and as-of times follow it. */
  readonly clock: Clock;
  readonly log: Logger;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
  /** Where no room follows tasks nothing is asked of them. */
  readonly taskFollower?: TaskFollower | undefined;
  /** What stands beside a deal and goes where it goes. */
  readonly followMerge?: FollowMerge | undefined;
  /** What stands beside a contact. */
  readonly followContactMerge?: FollowContactMerge | undefined;
  openSession(portalId: number): PortalSession;
}

/** A portal while it is being synced. */
export interface PortalSync extends SyncDependencies {
  readonly portal: Portal;
  readonly session: PortalSession;
}

/**
 * A call that the whole pass depends on has failed. The job that runs the pass is tried again later; until then the
 * numbers stay as they were, with their as-of time.
 */
export class SyncInterrupted extends Error {
  readonly failure: HubSpotFailure;

  constructor(what: string, failure: HubSpotFailure) {
    super(`${what}: ${failure.code} ${failure.message}`);
    this.name = 'SyncInterrupted';
    this.failure = failure;
  }
}
