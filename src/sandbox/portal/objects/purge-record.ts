import type { Portal } from '../portal.ts';
import { instantText } from './instant-text.ts';
import type { ObjectType } from './object-types.ts';
import type { ChangeSource, StoredRecord } from './stored-record.ts';

/** Deletes a record for good, as a privacy deletion does: not even the archive knows it any more. */
export function purgeRecord(
  portal: Portal,
  { type, record, source }: { type: ObjectType; record: StoredRecord; source: ChangeSource },
): void {
  const at = instantText(portal.businessClock.now());
  portal.state.records(type).remove(record.id);
  portal.state.splits.remove(record.id);
  portal.changes.publish({
    kind: 'purged',
    type,
    before: record,
    record: { ...record, archivedAt: at },
    values: {},
    source,
    at,
  });
}
