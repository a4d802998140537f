import type { Portal } from '../portal.ts';
import type { ObjectType } from './object-types.ts';
import type { ChangeSource, StoredRecord } from './stored-record.ts';
import { updateRecord } from './write-record.ts';

/** Brings an archived record back, as people can in HubSpot's pages; there is no such call for apps. */
export function restoreRecord(
  portal: Portal,
  { type, record, source }: { type: ObjectType; record: StoredRecord; source: ChangeSource },
): StoredRecord {
  return updateRecord(portal, { type, record, values: {}, source, kind: 'restored' });
}
