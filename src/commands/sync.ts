import type { Sideline } from '../compose.ts';
import { forPortal as installOf, listConnectedPortals } from '../install/index.ts';
import { NOBODY } from '../mirror/index.ts';
import { planWriteBack, pullPortal, workPortal, type WriteBackPlan } from '../sync/index.ts';
import { describePlan } from './describe-plan.ts';

/**
 * `sideline sync`: reads every connected portal anew and writes what differs; with `dryRun` it shows the plan that the
 * present state of the store gives, and writes nothing. To sync is to say yes to writing.
 */
export async function sync(sideline: Sideline, { dryRun }: { readonly dryRun: boolean }): Promise<void> {
  const { db } = sideline.database;
  const portalIds = await listConnectedPortals(db);
  if (portalIds.length === 0) process.stdout.write('No portal is connected yet.\n');
  for (const portalId of portalIds) {
    const current = await sideline.syncOf(portalId);
    if (dryRun) {
      process.stdout.write(
        `${describePlan(current.portal.name, await planEverything(sideline, portalId))}\n`,
      );
      continue;
    }
    await installOf(db, portalId).choose({ mayWriteBack: true });
    await pullPortal(await sideline.syncOf(portalId));
    await workPortal(await sideline.syncOf(portalId));
    process.stdout.write(`${current.portal.name}: in sync.\n`);
  }
}

async function planEverything(sideline: Sideline, portalId: number): Promise<WriteBackPlan> {
  const ownerIds = await sideline.sync.quota.listOwnerIds(portalId);
  return planWriteBack(await sideline.syncOf(portalId), [...ownerIds, NOBODY]);
}
