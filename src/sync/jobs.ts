import type { JobHandlers, Queue } from '../jobs/index.ts';
import type { Portal } from '../kernel/portal.ts';
import type { PortalSync } from './dependencies.ts';
import { dueReview, pullPortal, reviewPortal } from './pull-portal.ts';
import { isCheckAsked } from './reconcile/check-again.ts';
import { reconcilePortal } from './reconcile/reconcile-portal.ts';
import { workPortal } from './work-portal.ts';

export interface PortalJobs {
  readonly queue: Pick<Queue, 'send'>;
  readonly listPortals: () => Promise<readonly number[]>;
  /** Of portals that have something to do for which nobody may have asked: events that wait, tasks that HubSpot could not tell of yet. */
  readonly listsOfWaiting: readonly (() => Promise<readonly number[]>)[];
  /** Null for a portal that was disconnected while its job waited: it needs no work any more. */
  readonly openPortal: (portalId: number) => Promise<PortalSync | null>;
  /** Prepares the agendas of tomorrow's 1:1s, once it is evening there. */
  readonly prepareAgendas: (portal: Portal) => Promise<unknown>;
  /** The quarters of the pulse: in which portals something is due, and to do it. */
  readonly pulse: {
    readonly listDue: () => Promise<readonly number[]>;
    readonly tend: (portal: Portal) => Promise<void>;
  };
  /** Forgets what has been kept long enough, of all portals. */
  readonly forgetOld: () => Promise<void>;
}

/**
 * What each job does. Only `work-portal` plans and writes, and the queue runs one of it a portal at a time: two passes over
 * one portal could set a property back to an older value.
 */
export function portalJobs({
  queue,
  listPortals,
  listsOfWaiting,
  openPortal,
  prepareAgendas,
  pulse,
  forgetOld,
}: PortalJobs): JobHandlers {
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
    async 'sweep-portals'() {
      for (const list of listsOfWaiting)
        for (const portalId of await list()) await queue.send('work-portal', { portalId });
    },
    async 'review-portals'() {
      for (const portalId of await listPortals()) {
        await queue.send('review-portal', { portalId });
        await queue.send('prepare-agendas', { portalId });
      }
    },
    async 'review-portal'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal === null) return;
      const review = await dueReview(portal);
      if (review !== null) {
        await reviewPortal(portal, review);
        // A review that found another time zone or currency leaves the portal unready: everything has to be read again.
        const isReady = (await openPortal(portalId))?.portal.readyAt !== null;
        await queue.send(isReady ? 'work-portal' : 'pull-portal', { portalId });
      }
      const isNight = review !== null && review !== 'none';
      if (isNight || (await isCheckAsked(portal))) await queue.send('reconcile-portal', { portalId });
    },
    async 'prepare-agendas'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal !== null) await prepareAgendas(portal.portal);
    },
    async 'reconcile-portal'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal === null) return;
      await reconcilePortal(portal);
      await queue.send('work-portal', { portalId });
    },
    async 'tend-pulses'() {
      for (const portalId of await pulse.listDue()) await queue.send('tend-pulse', { portalId });
    },
    async 'tend-pulse'({ portalId }) {
      const portal = await openPortal(portalId);
      if (portal !== null) await pulse.tend(portal.portal);
    },
    'forget-old': () => forgetOld(),
  };
}
