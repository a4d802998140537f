import { forPortal as installOf } from '../install/index.ts';
import type { Portal } from '../kernel/portal.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import { backfillDeals } from './backfill/backfill-deals.ts';
import { chooseReview } from './choose-review.ts';
import type { PortalSync } from './dependencies.ts';
import { describeBasis } from './describe-basis.ts';
import { driftPasses, type DriftPass } from './outbox/hold-drift.ts';
import { forPortal as progressOf } from './progress/store.ts';
import { compareTasks } from './tasks/pull-tasks.ts';
import { pullDirectory } from './pull-directory.ts';

/** HubSpot repeats an undelivered event for a day; what changed in a part read longer ago than this nobody may have told. */
const RESUME_WITHIN_MS = 12 * 3_600_000;

/**
 * Reads a portal from the beginning and learns from its history; a pass over the portal then works on it. Safe to run
 * again: what was interrupted goes on where it was, unless what its figures stand on is another by now.
 */
export async function pullPortal(sync: PortalSync): Promise<void> {
  const { db, clock } = sync;
  const progress = progressOf(db, sync.portal.id);
  await progress.begin(clock.now());
  const portal = await pullDirectory(sync);
  const now = clock.now();
  await progress.settle(
    await describeBasis({ ...sync, portal }),
    new Date(now.getTime() - RESUME_WITHIN_MS),
    now,
  );
  await backfillDeals({ ...sync, portal });
  await progress.enter('learning');
  await relearn(sync, portal);
  // Tasks may have been switched on just now, after a time in which nobody told of them.
  await compareTasks({ ...sync, portal });
  await progress.finish(clock.now());
  await installOf(db, portal.id).markReady(clock.now());
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
  // What it says of past periods hardly moves within a week.
  if (drift !== 'nightly') await forecast.backtest(portal);
  await quota.learnSeason(portal);
  await quota.proposeQuotas(portal);
  await dirtyOwnersOf(db, portal.id).markEverybody(driftPasses.indexOf(drift));
}
