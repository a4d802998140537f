import type { Kysely } from 'kysely';
import type { RecordEvent } from '../../hubspot/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tables } from '../../store/index.ts';
import { eraseRecords } from './erase-records.ts';
import { isOwnEcho } from './is-own-echo.ts';
import { forPortal } from './store.ts';

interface Acceptance {
  readonly db: Kysely<Tables>;
  readonly appId: number;
  readonly ownNames: ReadonlySet<string>;
  readonly clock: Clock;
  isConnected(portalId: number): Promise<boolean>;
  askForWork(portalId: number): Promise<void>;
}

/** How many events met which fate. */
export type EventCounts = Readonly<
  Partial<Record<'accepted' | 'own_echo' | 'not_connected' | 'unreadable' | 'of_others', number>>
>;

/**
 * Notes which deals changed, portal by portal, and asks for a pass over each; our own echoes are dropped. What somebody
 * had erased for privacy is forgotten at once.
 */
export async function acceptEvents(
  acceptance: Acceptance,
  events: readonly RecordEvent[],
): Promise<EventCounts> {
  const news = events.filter((event) => !isOwnEcho(event, acceptance.appId, acceptance.ownNames));
  let accepted = 0;
  for (const [portalId, own] of Map.groupBy(news, (event) => event.portalId)) {
    if (!(await acceptance.isConnected(portalId))) continue;
    const ids = [...new Set(own.map((event) => event.objectId))].sort();
    const erased = own.filter(({ kind }) => kind === 'erased').map(({ objectId }) => objectId);
    await eraseRecords(acceptance.db, portalId, { ids: erased, at: acceptance.clock.now() });
    await forPortal(acceptance.db, portalId).note(ids.map((id) => ({ type: 'deal', id })));
    await acceptance.askForWork(portalId);
    accepted += own.length;
  }
  return { accepted, own_echo: events.length - news.length, not_connected: news.length - accepted };
}
