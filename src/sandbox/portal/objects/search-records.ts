import { err, ok, type Result } from '../../../kernel/result.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { Shelf } from '../state/open-storage.ts';
import { matchesFilter } from './matches-filter.ts';
import type { SearchFilter } from './search-filter.ts';
import type { ObjectType } from './object-types.ts';
import { currentValue, type StoredRecord } from './stored-record.ts';

/**
 * Records that pass any group, a group being filters that must all pass. Without a sort they come by id. Fails with a
 * sentence when a property that is not defined is filtered or sorted by.
 */
export function searchRecords({
  type,
  records,
  definitions,
  groups,
  sort,
  text,
}: {
  type: ObjectType;
  records: readonly StoredRecord[];
  definitions: Shelf<PropertyDefinition>;
  groups: readonly (readonly SearchFilter[])[];
  sort: { readonly propertyName: string; readonly direction: 'ASCENDING' | 'DESCENDING' } | null;
  text: string;
}): Result<readonly StoredRecord[], string> {
  const named = [...groups.flat(), ...(sort ? [sort] : [])].map(({ propertyName }) => propertyName);
  const unknown = named.find((name) => definitions.get(name)?.archived !== false);
  if (unknown !== undefined)
    return err(`There was a problem with the request: property ${unknown} does not exist`);
  const typeOf = (name: string) => definitions.get(name)?.type ?? 'string';
  const passes = (record: StoredRecord, filter: SearchFilter) =>
    matchesFilter(currentValue(record, filter.propertyName), filter, typeOf(filter.propertyName));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = records.filter(
    (record) =>
      (groups.length === 0 || groups.some((group) => group.every((filter) => passes(record, filter)))) &&
      (words.length === 0 || holdsWords(type, record, words)),
  );
  return ok(sort ? sorted(found, sort, typeOf(sort.propertyName)) : found);
}

function holdsWords(type: ObjectType, record: StoredRecord, words: readonly string[]): boolean {
  const searched = type.searchedProperties.map((name) => currentValue(record, name) ?? '').join(' ');
  const lower = searched.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/** Empty values come last in either direction; equal ones keep the order of ids. */
function sorted(
  records: readonly StoredRecord[],
  sort: { readonly propertyName: string; readonly direction: 'ASCENDING' | 'DESCENDING' },
  type: PropertyDefinition['type'],
): readonly StoredRecord[] {
  const sign = sort.direction === 'ASCENDING' ? 1 : -1;
  const keyed = records.map((record) => ({
    record,
    key: sortKey(currentValue(record, sort.propertyName), type),
  }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a < b ? -sign : a > b ? sign : 0;
  });
  return keyed.map(({ record }) => record);
}

function sortKey(value: string | null, type: PropertyDefinition['type']): number | string | null {
  if (value === null) return null;
  if (type === 'number') return Number(value);
  return type === 'date' || type === 'datetime' ? Date.parse(value) : value.toLowerCase();
}
