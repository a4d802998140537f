import { forPortal as installOf } from '../install/index.ts';
import type { Portal } from '../kernel/portal.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import { chooseReview } from './choose-review.ts';
import type { PortalSync } from './dependencies.ts';
import { driftPasses, type DriftPass } from './outbox/hold-drift.ts';
import { forPortal as progressOf } from './progress/store.ts';
import { pullDeals } from './pull-deals.ts';
import { pullDirectory } from './pull-directory.ts';

/** Reads a portal from the beginning and learns from its history; a pass over the portal then works on it. Safe to run again. */
export async function pullPortal(sync: PortalSync): Promise<void> {
  const { db } = sync;
  const progress = progressOf(db, sync.portal.id);
  await progress.begin(sync.clock.now());
  const portal = await pullDirectory(sync);
  await pullDeals({ ...sync, portal });
  await relearn(sync, portal);
  await progress.finish(sync.clock.now());
  await installOf(db, portal.id).markReady(sync.clock.now());
}

/**
 * What HubSpot never announces and what time alone changes: at midnight the period; after three, once a day, also people,
 * pipelines, goals and the history to learn from.
 */
export async function reviewPortal(sync: PortalSync, review: DriftPass): Promise<void> {
  if (review !== 'none') return relearn(sync, await pullDirectory(sync), review);
  await sync.quota.proposeQuotas(sync.portal);
  await dirtyOwnersOf(sync.db, sync.portal.id).markEverybody();
}

/** Which review is due now; null when none is. */
export async function dueReview({ portal, forecast, clock }: PortalSync): Promise<DriftPass | null> {
  const learnedAt = await forecast.learnedAt(portal.id);
  return chooseReview({ now: clock.now(), learnedAt, timeZone: portal.timeZone });
}

async function relearn(
  { db, forecast, quota }: PortalSync,
  portal: Portal,
  drift: DriftPass = 'none',
): Promise<void> {
  await forecast.refit(portal.id);
  await quota.learnSeason(portal);
  await quota.proposeQuotas(portal);
  await dirtyOwnersOf(db, portal.id).markEverybody(driftPasses.indexOf(drift));
}
