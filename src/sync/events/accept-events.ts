import type { Kysely } from 'kysely';
import type { RecordEvent } from '../../hubspot/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tables } from '../../store/index.ts';
import { eraseRecords } from './erase-records.ts';
import { isOwnEcho } from './is-own-echo.ts';
import { noteChangedRecords } from './store.ts';

interface Acceptance {
  readonly db: Kysely<Tables>;
  readonly appId: number;
  readonly ownNames: ReadonlySet<string>;
  readonly clock: Clock;
  askForWork(portalIds: readonly number[]): Promise<void>;
}

/** How many events met which fate. */
export type EventCounts = Readonly<
  Partial<Record<'accepted' | 'own_echo' | 'not_connected' | 'unreadable' | 'of_others', number>>
>;

/**
 * Notes which records changed, of however many portals in one statement, and asks for a pass over each; our own echoes are
 * dropped. A deal that somebody had erased for privacy is forgotten at once.
 */
export async function acceptEvents(
  acceptance: Acceptance,
  events: readonly RecordEvent[],
): Promise<EventCounts> {
  const news = events.filter((event) => !isOwnEcho(event, acceptance.appId, acceptance.ownNames));
  const connected = await noteChangedRecords(
    acceptance.db,
    news.map(({ portalId, objectType, objectId }) => ({ portalId, type: objectType, id: objectId })),
  );
  const ours = news.filter(({ portalId }) => connected.has(portalId));
  const erased = ours.filter(({ objectType, kind }) => objectType === 'deal' && kind === 'erased');
  for (const [portalId, own] of Map.groupBy(erased, (event) => event.portalId)) {
    const ids = own.map(({ objectId }) => objectId);
    await eraseRecords(acceptance.db, portalId, { ids, at: acceptance.clock.now() });
  }
  await acceptance.askForWork([...connected]);
  const accepted = ours.length;
  return { accepted, own_echo: events.length - news.length, not_connected: news.length - accepted };
}
