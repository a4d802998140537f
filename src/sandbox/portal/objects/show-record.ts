import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { Shelf } from '../state/open-storage.ts';
import type { ObjectType } from './object-types.ts';
import { currentValue, type PropertyVersion, type StoredRecord } from './stored-record.ts';

/** A record as the API answers it. */
export interface ShownRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory?: Readonly<Record<string, readonly object[]>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly url: string;
  readonly associations?: Readonly<Record<string, object>>;
}

/**
 * Unknown names are left out in silence, known but empty properties are null, and names come sorted. Without
 * `properties` the type's default set is shown.
 */
export function showRecord({
  type,
  record,
  definitions,
  portalId,
  properties,
  withHistory,
}: {
  type: ObjectType;
  record: StoredRecord;
  definitions: Shelf<PropertyDefinition>;
  portalId: number;
  properties: readonly string[];
  withHistory: readonly string[];
}): ShownRecord {
  const isDefined = (name: string) => definitions.get(name)?.archived === false;
  const wanted =
    properties.length === 0 && withHistory.length === 0
      ? type.defaultProperties
      : [...properties, ...withHistory, ...type.alwaysReturned];
  const names = [...new Set(wanted)].filter(isDefined).sort();
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, currentValue(record, name)])),
    ...(withHistory.length > 0 && {
      propertiesWithHistory: Object.fromEntries(
        withHistory.filter(isDefined).map((name) => [name, versions(record, name)]),
      ),
    }),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archivedAt !== null,
    ...(record.archivedAt !== null && { archivedAt: record.archivedAt }),
    url: `https://app.hubspot.com/contacts/${portalId}/record/${type.typeId}/${record.id}`,
  };
}

function versions(record: StoredRecord, name: string): readonly object[] {
  const written = record.history[name];
  if (written) return written.map(showVersion);
  const value = currentValue(record, name);
  if (value === null) return [];
  return [
    { value, timestamp: record.updatedAt, sourceType: 'CALCULATED', sourceId: 'CalculatedPropertyComputer' },
  ];
}

function showVersion({ updatedByUserId, ...version }: PropertyVersion): object {
  return updatedByUserId === null ? version : { ...version, updatedByUserId };
}
