import type { Kysely } from 'kysely';
import type { RecordEvent } from '../../hubspot/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tables } from '../../store/index.ts';
import { eraseRecords } from './erase-records.ts';
import { followContacts, type FollowContactMerge } from './follow-contacts.ts';
import { isOwnEcho } from './is-own-echo.ts';
import { noteChangedRecords } from './store.ts';

interface Acceptance {
  readonly db: Kysely<Tables>;
  readonly appId: number;
  readonly ownNames: ReadonlySet<string>;
  readonly clock: Clock;
  readonly followContactMerge?: FollowContactMerge | undefined;
  askForWork(portalIds: readonly number[]): Promise<void>;
}

/** How many events met which fate. */
export type EventCounts = Readonly<
  Partial<Record<'accepted' | 'own_echo' | 'not_connected' | 'unreadable' | 'of_others', number>>
>;

/**
 * Notes which records changed, of however many portals in one statement, and asks for a pass over each; our own echoes are
 * dropped. A deal that somebody had erased for privacy is forgotten at once, and what stands beside contacts goes with a merge.
 */
export async function acceptEvents(
  acceptance: Acceptance,
  events: readonly RecordEvent[],
): Promise<EventCounts> {
  const news = events.filter((event) => !isOwnEcho(event, acceptance.appId, acceptance.ownNames));
  const { contact: contacts = [], ...others } = Object.groupBy(news, ({ objectType }) => objectType);
  const records = Object.values(others).flatMap((list) => list ?? []);
  const connected = await noteChangedRecords(
    acceptance.db,
    records.map(({ portalId, objectType, objectId }) => ({ portalId, type: objectType, id: objectId })),
  );
  const ours = records.filter(({ portalId }) => connected.has(portalId));
  const erased = ours.filter(({ objectType, kind }) => objectType === 'deal' && kind === 'erased');
  for (const [portalId, own] of Map.groupBy(erased, (event) => event.portalId)) {
    const ids = own.map(({ objectId }) => objectId);
    await eraseRecords(acceptance.db, portalId, { ids, at: acceptance.clock.now() });
  }
  await acceptance.askForWork([...connected]);
  const follow = acceptance.followContactMerge;
  const followed = follow ? await followContacts({ db: acceptance.db, follow }, contacts) : 0;
  const accepted = ours.length + followed;
  return { accepted, own_echo: events.length - news.length, not_connected: news.length - accepted };
}
