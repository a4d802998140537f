import type { HubSpotFailure, PortalSession, RecordsRead, Task } from '../hubspot/index.ts';
import type { Portal } from '../kernel/portal.ts';
import type { Result } from '../kernel/result.ts';

/** A room that has made tasks in HubSpot and wants to know what becomes of them; `sync` reads them for it. */
export interface TaskFollower {
  /** The ids of the tasks that it follows: of these, or where `ids` is null of all. HubSpot tells of other people's too. */
  listFollowed(portalId: number, ids: readonly string[] | null): Promise<readonly string[]>;
  /**
   * Takes over how tasks stand in HubSpot now; `missing` were deleted there. Comes late, twice and without any change.
   */
  takeTasks(portal: Portal, read: RecordsRead<Task>): Promise<void>;
  /**
   * Tells HubSpot what it has not been told yet, and answers how much that was. Safe to be killed in and called again:
   * no task is made twice.
   */
  sendTasks(portal: Portal, session: PortalSession): Promise<Result<number, HubSpotFailure>>;
  /** Archives tasks that a call which broke off has made late, beside the one that is followed; a check of everything asks. */
  archiveLate(portal: Portal, session: PortalSession): Promise<Result<null, HubSpotFailure>>;
}
