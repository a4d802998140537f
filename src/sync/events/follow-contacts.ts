import type { Kysely } from 'kysely';
import type { RecordEvent } from '../../hubspot/index.ts';
import type { Merge } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';

/** What stands beside a contact goes where it goes; false where the portal is not connected. Done again it changes nothing. */
export type FollowContactMerge = (db: Kysely<Tables>, portalId: number, merge: Merge) => Promise<boolean>;

/**
 * Contacts are not mirrored, so that nothing is left to read later: whoever follows them is told of a merge before HubSpot is
 * answered. Answers how many of the events were of connected portals.
 */
export async function followContacts(
  { db, follow }: { readonly db: Kysely<Tables>; readonly follow: FollowContactMerge },
  events: readonly RecordEvent[],
): Promise<number> {
  let accepted = 0;
  for (const { portalId, objectId, survivorId } of events) {
    // Of every record that took part there is an event; the survivor's says nothing more.
    const mergedIds = objectId === survivorId ? [] : [objectId];
    if (survivorId !== undefined && (await follow(db, portalId, { survivorId, mergedIds }))) accepted += 1;
  }
  return accepted;
}
