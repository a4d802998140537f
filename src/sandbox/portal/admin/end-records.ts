import * as z from 'zod';
import { mergeRecords } from '../objects/merge-records.ts';
import { purgeRecord } from '../objects/purge-record.ts';
import { restoreRecord } from '../objects/restore-record.ts';
import { archiveRecord } from '../objects/write-record.ts';
import { action, objectType, personOf, recordOf, Refused, userId } from './action.ts';

const one = z.strictObject({ type: objectType, id: z.string(), userId });

/** Somebody deletes a record; for 90 days it can be restored. */
export const archive = action(one, (portal, { type, id, userId: by }) => {
  const record = recordOf(portal, type, id);
  if (record.archivedAt === null) archiveRecord(portal, { type, record, source: personOf(portal, by) });
});

/** Somebody takes a record out of the recycle bin. */
export const restore = action(one, (portal, { type, id, userId: by }) => {
  const record = recordOf(portal, type, id);
  if (record.archivedAt === null) throw new Refused(`${id} is not archived`);
  restoreRecord(portal, { type, record, source: personOf(portal, by) });
});

/** Somebody deletes a record for good, as privacy law can demand. */
export const privacyDelete = action(one, (portal, { type, id, userId: by }) => {
  purgeRecord(portal, { type, record: recordOf(portal, type, id), source: personOf(portal, by) });
});

/**
 * Somebody merges two records. What is left is the primary record, or with `newRecord` a third one, as HubSpot's pages
 * make of two deals; either way the old ids answer with it. Answers its id.
 */
export const merge = action(
  z.strictObject({
    type: objectType,
    primaryId: z.string(),
    mergedId: z.string(),
    newRecord: z.boolean().default(false),
    userId,
  }),
  (portal, { type, primaryId, mergedId, newRecord, userId: by }) => {
    const [primary, merged] = [recordOf(portal, type, primaryId), recordOf(portal, type, mergedId)];
    if (primary.id === merged.id) throw new Refused('a record cannot be merged with itself');
    if (primary.archivedAt !== null || merged.archivedAt !== null)
      throw new Refused('an archived record cannot be merged');
    return {
      id: mergeRecords(portal, { type, primary, merged, newRecord, source: personOf(portal, by) }).id,
    };
  },
);
