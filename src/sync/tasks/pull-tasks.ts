import { readTasks } from '../../hubspot/index.ts';
import { featureNames, openFeatures, type Features } from '../../install/index.ts';
import { SyncInterrupted, type PortalSync } from '../dependencies.ts';
import { forPortal as eventsOf } from '../events/store.ts';

const CHANGES_A_PASS = 1_000;

/**
 * Hands the room that follows tasks the present state of those that an event named, whatever the events said and in
 * whatever order they came. Tasks that nobody follows are not read. Answers how many changes were looked at.
 */
export async function pullTasks(sync: PortalSync, features: Features): Promise<number> {
  const events = eventsOf(sync.db, sync.portal.id);
  const changes = await events.read('task', CHANGES_A_PASS);
  if (changes.length === 0) return 0;
  await takeFollowed(
    sync,
    features,
    changes.map(({ id }) => id),
  );
  await events.clear(changes);
  return changes.length;
}

/**
 * Hands over the present state of every followed task: an event that was lost leaves nothing else to go by. Has those archived
 * that a call which broke off has made late.
 */
export async function compareTasks(sync: PortalSync): Promise<void> {
  const { taskFollower, portal, session } = sync;
  if (taskFollower === undefined) return;
  const features = await openFeatures(sync, portal);
  const archived = await features.attempt(featureNames.tasks, () =>
    taskFollower.archiveLate(portal, session),
  );
  if (!archived.ok) throw new SyncInterrupted('archiving late tasks', archived.failure);
  await takeFollowed(sync, features, null);
}

async function takeFollowed(
  sync: PortalSync,
  features: Features,
  ids: readonly string[] | null,
): Promise<void> {
  const { taskFollower, portal, session } = sync;
  const followed = (await taskFollower?.listFollowed(portal.id, ids)) ?? [];
  if (taskFollower === undefined || followed.length === 0) return;
  const read = await features.attempt(featureNames.tasks, () => readTasks(session, followed));
  if (!read.ok) throw new SyncInterrupted('reading tasks', read.failure);
  // Switched off or not permitted: nobody knows what became of them, and they stay as they were.
  if (read.value !== null) await taskFollower.takeTasks(portal, read.value);
}
