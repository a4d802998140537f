import type { JobHandlers, Queue } from '../jobs/index.ts';
import type { PortalSync } from './dependencies.ts';
import { dueReview, pullPortal, reviewPortal } from './pull-portal.ts';
import { workPortal } from './work-portal.ts';

export interface PortalJobs {
  readonly queue: Pick<Queue, 'send'>;
  readonly listPortals: () => Promise<readonly number[]>;
  /** Null for a portal that was disconnected while its job waited: it needs no work any more. */
  readonly openPortal: (portalId: number) => Promise<PortalSync | null>;
}

/**
 * What each job does. Only `work-portal` plans and writes, and the queue runs one of it a portal at a time: two passes over
 * one portal could set a property back to an older value.
 */
export function portalJobs({ queue, listPortals, openPortal }: PortalJobs): JobHandlers {
  return {
    async 'pull-portal'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal === null) return;
      await pullPortal(portal);
      await queue.send('work-portal', { portalId });
    },
    async 'work-portal'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal !== null) await workPortal(portal);
    },
    async 'review-portals'() {
      for (const portalId of await listPortals()) await queue.send('review-portal', { portalId });
    },
    async 'review-portal'({ portalId }) {
      const portal = await openPortal(portalId);
      const review = portal && (await dueReview(portal));
      if (portal === null || review === null) return;
      await reviewPortal(portal, review);
      // A review that found another time zone or currency leaves the portal unready: everything has to be read again.
      const isReady = (await openPortal(portalId))?.portal.readyAt !== null;
      await queue.send(isReady ? 'work-portal' : 'pull-portal', { portalId });
    },
  };
}
