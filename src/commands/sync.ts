import type { Sideline } from '../compose.ts';
import { forPortal as installOf, listConnectedPortals, mayWrite } from '../install/index.ts';
import { dealsOf } from '../mirror/index.ts';
import { planWriteBack, type WriteBackPlan } from '../sync/index.ts';
import { describePlan } from './describe-plan.ts';
import { followReading, followWriting } from './follow-sync.ts';

/**
 * `sideline sync`: reads every connected portal anew and writes what differs; with `dryRun` it shows the plan that the
 * present state of the store gives, and writes nothing. To sync is to say yes to writing.
 */
export async function sync(sideline: Sideline, { dryRun }: { readonly dryRun: boolean }): Promise<void> {
  const portalIds = await listConnectedPortals(sideline.database.db);
  if (portalIds.length === 0) process.stdout.write('No portal is connected yet.\n');
  // By jobs, as the service does it, so that the two never work on one portal at once.
  if (!dryRun) await sideline.work();
  for (const portalId of portalIds) await (dryRun ? showPlan : syncPortal)(sideline, portalId);
}

async function syncPortal(sideline: Sideline, portalId: number): Promise<void> {
  const { portal } = await sideline.syncOf(portalId);
  process.stdout.write(`${portal.name}\n`);
  await installOf(sideline.database.db, portalId).choose({ mayWriteBack: true });
  const since = sideline.sync.clock.now();
  await sideline.queue.send('pull-portal', { portalId });
  await followReading(sideline, portalId, since);
  if (mayWrite(sideline.manifest, portal.scopes)) await followWriting(sideline, portalId);
  else process.stdout.write('  Nothing is written: the portal has not granted the scopes for it.\n');
}

async function showPlan(sideline: Sideline, portalId: number): Promise<void> {
  const { portal } = await sideline.syncOf(portalId);
  process.stdout.write(`${describePlan(portal.name, await planEverything(sideline, portalId))}\n`);
}

async function planEverything(sideline: Sideline, portalId: number): Promise<WriteBackPlan> {
  const ownerIds = await dealsOf(sideline.database.db, portalId).listOwnerIds();
  return planWriteBack(await sideline.syncOf(portalId), ownerIds);
}
