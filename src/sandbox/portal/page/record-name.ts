import type { RecordKind } from '../../page/portal-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';

/** What HubSpot writes over a record; a contact without a name goes by their address. */
export function recordName(kind: RecordKind, record: StoredRecord): string {
  if (kind === 'deals') return currentValue(record, 'dealname') ?? '';
  const names = [currentValue(record, 'firstname'), currentValue(record, 'lastname')].filter(Boolean);
  return names.join(' ') || (currentValue(record, 'email') ?? '');
}
