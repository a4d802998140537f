import { forPortal as installOf } from '../install/index.ts';
import { dirtyOwnersOf, NOBODY } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
import { forPortal as progressOf } from './progress/store.ts';
import { pullDeals } from './pull-deals.ts';
import { pullDirectory } from './pull-directory.ts';
import { workPortal } from './work-portal.ts';

/** Reads a portal from the beginning, learns from its history, and writes back what follows. Safe to run again. */
export async function pullPortal(sync: PortalSync): Promise<void> {
  const { db } = sync;
  const progress = progressOf(db, sync.portal.id);
  await progress.begin(sync.clock.now());
  const portal = await pullDirectory(sync);
  const current = { ...sync, portal };
  await pullDeals(current);
  await reviewPortal(current);
  await progress.finish(sync.clock.now());
  await installOf(db, portal.id).markReady(sync.clock.now());
  await workPortal(current);
}

/** What time alone changes: the history to learn from, proposed quotas, the period itself. Marks everybody. */
export async function reviewPortal(sync: Omit<PortalSync, 'session'>): Promise<void> {
  const { db, portal } = sync;
  await sync.forecast.refit(portal.id);
  await sync.quota.proposeQuotas(portal);
  const people = await sync.quota.listOwnerIds(portal.id);
  await dirtyOwnersOf(db, portal.id).mark([...people, NOBODY]);
}
