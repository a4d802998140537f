import type { PortalId } from '../kernel/ids.ts';

/** HubSpot counts searches apart from all other calls. */
export type Bucket = 'general' | 'search';

/** What an answer said about the bucket it was counted in. */
export interface BucketNews {
  /** Calls left in HubSpot's own count, where the answer says. */
  readonly remaining?: number;
  /** HubSpot refused the call and is not to be asked again for so long. */
  readonly refusedForMs?: number;
}

/** Keeps the calls of each portal under HubSpot's limits. */
export interface Pacer {
  /** Resolves when the next call may go out, in the order of asking. */
  acquire(portalId: PortalId, bucket: Bucket): Promise<void>;
  /** Takes in what an answer said. */
  observe(portalId: PortalId, bucket: Bucket, news: BucketNews): void;
}
