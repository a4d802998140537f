import { featureNames, forPortal as installOf, mayWrite, openFeatures } from '../install/index.ts';
import { dealsOf, dirtyOwnersOf } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
import { driftPasses } from './outbox/hold-drift.ts';
import { forPortal as eventsOf } from './events/store.ts';
import { forPortal as outboxOf } from './outbox/store.ts';
import { openPlanning, type WriteBackPlan } from './plan-write-back.ts';
import { pullChanges } from './pull-changes.ts';
import { pullTasks } from './tasks/pull-tasks.ts';
import { pushTasks } from './tasks/push-tasks.ts';
import { writeBack } from './write-back.ts';

/** Few, so that what somebody edits meanwhile does not wait long. */
const OWNERS_A_ROUND = 10;
const EVERYBODY = 1_000_000;

/**
 * One pass over a portal, in rounds: read what changed and send that first, look at some of those whose numbers it touches,
 * put the differences into the outbox, send them. Goes on until nothing is left, and may be killed anywhere: every step is
 * marked as done only after the next one has its work in the store. Two passes over one portal must not run at once, or
 * the slower one's plan would set a property back to an older value.
 *
 * Before the first pull is complete nothing is done, because half of the deals give wrong figures; before ops have seen
 * the plan and said so nothing is planned for writing. The marks wait.
 */
export async function workPortal(sync: PortalSync): Promise<void> {
  for (;;) {
    const current = await readAgain(sync);
    if (current === null) return;
    const { portal, manifest } = current;
    const features = await openFeatures(current, portal);
    const writes =
      portal.mayWriteBack && mayWrite(manifest, portal.scopes) && features.isUsed(featureNames.writing);
    const events = eventsOf(current.db, portal.id);
    const heard = await events.readNewest();
    const hasNews = async () => (await events.readNewest()) > heard;
    const edited = await pullChanges(current);
    if (writes && (await planEdited(current, edited))) {
      await writeBack(current, { edited, isMoreComing: true, hasNews });
    }
    const tasks = (await pullTasks(current, features)) + (await pushTasks(current, features));
    const owners = writes ? await refillOutbox(current) : 0;
    if (writes) await writeBack(current, { edited, isMoreComing: owners > 0, hasNews });
    if (edited.length === 0 && owners === 0 && tasks === 0 && !(await hasNews())) return;
  }
}

/** Ops may choose something else while a pass runs. Null where the portal is not ready, or not any more. */
async function readAgain(sync: PortalSync): Promise<PortalSync | null> {
  const portal = await installOf(sync.db, sync.portal.id).read();
  return portal?.connected && portal.readyAt ? { ...sync, portal } : null;
}

/** Plans what somebody edited, before all that follows from it. Answers whether there was anything. */
async function planEdited(sync: PortalSync, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const planning = await openPlanning(sync);
  const plan = await planning.ofEdited(ids);
  await keepPlan(sync, plan);
  return plan.patches.length > 0;
}

async function refillOutbox(begun: PortalSync): Promise<number> {
  const { db } = begun;
  const dirty = dirtyOwnersOf(db, begun.portal.id);
  // At level team every mark touches the deals of everybody in any team: one round for all of them, some owners at a time.
  const marks = await dirty.read(begun.portal.sharingLevel === 'team' ? EVERYBODY : OWNERS_A_ROUND);
  if (marks.length === 0) return 0;
  // Read after the marks: a choice that comes later renews them, so no plan by the older one settles them.
  const sync = await readAgain(begun);
  if (sync === null) return 0;
  const ownerIds = await sync.quota.listAffected(
    sync.portal,
    marks.map((mark) => mark.ownerId),
  );
  const drift = driftPasses[Math.max(...marks.map((mark) => mark.drift))] ?? 'none';
  const planning = await openPlanning(sync);
  for (let start = 0; start < ownerIds.length; start += OWNERS_A_ROUND) {
    await keepPlan(sync, await planning.ofOwners(ownerIds.slice(start, start + OWNERS_A_ROUND), drift));
  }
  await dirty.clear(marks);
  return marks.length;
}

async function keepPlan({ db, portal }: PortalSync, plan: WriteBackPlan): Promise<void> {
  const outbox = outboxOf(db, portal.id);
  await outbox.put(
    plan.patches.map(({ recordId, properties, news }) => ({ recordId, desired: properties, news })),
  );
  await outbox.drop(plan.unchanged);
  await dealsOf(db, portal.id).clearNews(plan.settled);
}
