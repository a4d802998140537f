import type { Sideline } from '../compose.ts';
import { listConnectedPortals } from '../install/index.ts';
import { describeOverview } from './describe-overview.ts';

/** `sideline standings`: where each connected portal stands, by team and person, and what its forecast says. */
export async function standings(sideline: Sideline): Promise<void> {
  for (const portalId of await listConnectedPortals(sideline.database.db)) {
    const { portal } = await sideline.syncOf(portalId);
    process.stdout.write(`${describeOverview(await sideline.team.readOverview(portal))}\n`);
  }
}
