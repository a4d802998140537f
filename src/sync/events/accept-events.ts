import type { Kysely } from 'kysely';
import type { RecordEvent } from '../../hubspot/index.ts';
import type { Tables } from '../../store/index.ts';
import { isOwnEcho } from './is-own-echo.ts';
import { forPortal } from './store.ts';

interface Acceptance {
  readonly db: Kysely<Tables>;
  readonly appId: number;
  readonly ownNames: ReadonlySet<string>;
  isConnected(portalId: number): Promise<boolean>;
  askForWork(portalId: number): Promise<void>;
}

/** Notes which deals changed, portal by portal, and asks for a pass over each; our own echoes are dropped. */
export async function acceptEvents(acceptance: Acceptance, events: readonly RecordEvent[]): Promise<void> {
  const news = events.filter((event) => !isOwnEcho(event, acceptance.appId, acceptance.ownNames));
  for (const [portalId, own] of Map.groupBy(news, (event) => event.portalId)) {
    if (!(await acceptance.isConnected(portalId))) continue;
    const ids = [...new Set(own.map((event) => event.objectId))].sort();
    await forPortal(acceptance.db, portalId).note(ids.map((id) => ({ type: 'deal', id })));
    await acceptance.askForWork(portalId);
  }
}
