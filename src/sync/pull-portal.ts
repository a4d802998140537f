import { forPortal as installOf } from '../install/index.ts';
import type { Portal } from '../kernel/portal.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
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

/** What HubSpot never announces and what time alone changes: people, pipelines and goals, the history, the period itself. */
export async function reviewPortal(sync: PortalSync): Promise<void> {
  await relearn(sync, await pullDirectory(sync));
}

async function relearn({ db, forecast, quota }: PortalSync, portal: Portal): Promise<void> {
  await forecast.refit(portal.id);
  await quota.proposeQuotas(portal);
  await dirtyOwnersOf(db, portal.id).markEverybody();
}
