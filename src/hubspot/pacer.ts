import type { PortalId } from '../kernel/ids.ts';

/** HubSpot counts searches apart from all other calls. */
export type Bucket = 'general' | 'search';

/** Who waits for a call: somebody now, or nobody in particular (a portal read from the beginning). */
export type Lane = 'prompt' | 'background';

/** What an answer said about the bucket it was counted in. */
export interface BucketNews {
  /** Calls left in HubSpot's own count, where the answer says. */
  readonly remaining?: number;
  /** HubSpot refused the call and is not to be asked again for so long. */
  readonly refusedForMs?: number;
}

/** Keeps the calls of each portal under HubSpot's limits. */
export interface Pacer {
  /**
   * Resolves when the next call may go out: in the order of asking within a lane, prompt calls ahead of the others as far
   * as that starves none. Rejects when the ledger cannot be reached. Without a lane the call is a prompt one.
   */
  acquire(portalId: PortalId, bucket: Bucket, lane?: Lane): Promise<void>;
  /** Takes in what an answer said. */
  observe(portalId: PortalId, bucket: Bucket, news: BucketNews): void;
}

/** Leave to send one call. */
export interface Ticket {
  /** When, in milliseconds on this process's clock: not earlier, and little later. */
  readonly at: number;
  /** What the ledger knows it by. */
  readonly mark: number;
}

/** Counts the calls of every portal, for all who share it. */
export interface Ledger {
  /** Gives out tickets, earliest first. `unused` are tickets that were given out before and that nobody will use. */
  reserve(
    portalId: PortalId,
    bucket: Bucket,
    wish: { readonly count: number; readonly unused: readonly Ticket[] },
  ): Promise<readonly Ticket[]>;
  /** Gives out no ticket for so many milliseconds from now. */
  hold(portalId: PortalId, bucket: Bucket, holdMs: number): Promise<void>;
}
