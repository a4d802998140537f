import { featureNames, type Features } from '../../install/index.ts';
import { SyncInterrupted, type PortalSync } from '../dependencies.ts';

/** Lets the room that makes tasks tell HubSpot what it has not been told, where ops have switched that on. Answers how much. */
export async function pushTasks(sync: PortalSync, features: Features): Promise<number> {
  const { taskFollower, portal, session } = sync;
  if (taskFollower === undefined) return 0;
  const sent = await features.attempt(featureNames.tasks, () => taskFollower.sendTasks(portal, session));
  if (!sent.ok) throw new SyncInterrupted('writing tasks', sent.failure);
  return sent.value ?? 0;
}
