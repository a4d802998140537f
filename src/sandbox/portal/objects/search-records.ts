import { err, ok, type Result } from '../../../kernel/result.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { byNumber } from '../state/by-number.ts';
import { copiedProperties } from '../state/copy-plan.ts';
import type { Shelf } from '../state/open-storage.ts';
import type { Families, RecordShelf } from '../state/record-shelf.ts';
import { matchesFilter } from './matches-filter.ts';
import { modifiedSince } from './modified-since.ts';
import type { SearchFilter } from './search-filter.ts';
import type { ObjectType } from './object-types.ts';
import { currentValue, type StoredRecord } from './stored-record.ts';

export interface SearchSort {
  readonly propertyName: string;
  readonly direction: 'ASCENDING' | 'DESCENDING';
}

export interface Search {
  readonly type: ObjectType;
  readonly records: RecordShelf;
  /** What search still shows of records that have changed. */
  readonly unseen: ReadonlyMap<string, StoredRecord | null>;
  readonly definitions: Shelf<PropertyDefinition>;
  readonly groups: readonly (readonly SearchFilter[])[];
  readonly sort: SearchSort | null;
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly total: number;
  readonly page: readonly StoredRecord[];
}

/** One or more neighbours that pass and share a sort key; a record is made only when a page shows it. */
interface Hit {
  readonly key: number | string | null;
  readonly id: string;
  readonly count: number;
  member(place: number): StoredRecord;
}

/**
 * Records that pass any group, a group being filters that must all pass. Without a sort they come by id. Fails with a
 * sentence when a property that is not defined is filtered or sorted by. Copies are judged a family at a time, so a page of
 * a million records costs about as much as one of their templates.
 */
export function searchRecords(search: Search): Result<Found, string> {
  const { groups, sort, definitions } = search;
  const named = [...groups.flat(), ...(sort ? [sort] : [])].map(({ propertyName }) => propertyName);
  const unknown = named.find((name) => definitions.get(name)?.archived !== false);
  if (unknown !== undefined)
    return err(`There was a problem with the request: property ${unknown} does not exist`);
  const hits = [
    ...individualHits(search),
    ...(search.records.families ? familyHits(search, search.records.families) : []),
  ];
  sortHits(hits, sort);
  return ok({
    total: hits.reduce((sum, { count }) => sum + count, 0),
    page: pageOf(hits, search.offset, search.limit),
  });
}

function individualHits(search: Search): Hit[] {
  const { records, unseen, groups } = search;
  const hits: Hit[] = [];
  const consider = (record: StoredRecord) => {
    if (record.archivedAt !== null || !passes(search, (name) => currentValue(record, name))) return;
    const key = sortKey(search, (name) => currentValue(record, name));
    hits.push({ key, id: record.id, count: 1, member: () => record });
  };
  for (const record of records.individuals(modifiedSince(groups)))
    if (!unseen.has(record.id)) consider(record);
  for (const record of unseen.values()) if (record) consider(record);
  return hits;
}

function familyHits(search: Search, families: Families): Hit[] {
  const hits: Hit[] = [];
  const { sort } = search;
  const sortVaries =
    sort !== null && sort.propertyName !== 'hs_object_id' && copiedProperties.has(sort.propertyName);
  families.templates.forEach((template, t) => {
    if (!holdsWords(search, (name) => currentValue(template, name))) return;
    const open = search.groups.flatMap(
      (group) => leftToJudge(search, { group, template, families, t }) ?? [],
    );
    if (search.groups.length > 0 && open.length === 0) return;
    const allPass = search.groups.length === 0 || open.some((filters) => filters.length === 0);
    const add = (start: number, end: number) =>
      hits.push({
        key: sortKey(search, (name) => families.value(t, name, start)),
        id: families.idOf(start),
        count: end - start,
        member: (place) => families.make(start + place),
      });
    for (const [start, end] of families.runs(t)) {
      if (allPass && !sortVaries) add(start, end);
      else {
        for (let k = start; k < end; k += 1) {
          const judge = (filter: SearchFilter) =>
            passesFilter(search, filter, families.value(t, filter.propertyName, k));
          if (allPass || open.some((filters) => filters.every(judge))) add(k, k + 1);
        }
      }
    }
  });
  return hits;
}

/**
 * What of a group is still to be judged copy by copy, wrapped so that nothing left differs from no chance at all (null):
 * what copies share is looked at once, and ids as a range.
 */
function leftToJudge(
  search: Search,
  {
    group,
    template,
    families,
    t,
  }: { group: readonly SearchFilter[]; template: StoredRecord; families: Families; t: number },
): readonly (readonly SearchFilter[])[] | null {
  const { plan } = families;
  const left: SearchFilter[] = [];
  for (const filter of group) {
    const { propertyName } = filter;
    if (propertyName === 'hs_object_id') {
      const last = Math.min((t + 1) * plan.count, plan.deals) - 1;
      const [low, high] = [families.idOf(t * plan.count), families.idOf(last)];
      const range = passesIds(filter, Number(low), Number(high));
      if (range === 'none') return null;
      if (range === 'some') left.push(filter);
    } else if (copiedProperties.has(propertyName)) left.push(filter);
    else if (!passesFilter(search, filter, currentValue(template, propertyName))) return null;
  }
  return [left];
}

function passesIds(
  { operator, value, highValue, values = [] }: SearchFilter,
  low: number,
  high: number,
): 'all' | 'some' | 'none' {
  const asked = Number(value);
  const within = (least: number, most: number) =>
    high < least || low > most ? 'none' : low >= least && high <= most ? 'all' : 'some';
  switch (operator) {
    case 'GT':
      return within(asked + 1, Infinity);
    case 'GTE':
      return within(asked, Infinity);
    case 'LT':
      return within(-Infinity, asked - 1);
    case 'LTE':
      return within(-Infinity, asked);
    case 'EQ':
      return within(asked, asked);
    case 'BETWEEN':
      return within(asked, Number(highValue));
    case 'IN':
      return values.some((id) => Number(id) >= low && Number(id) <= high) ? 'some' : 'none';
    default:
      return 'some';
  }
}

function passes(search: Search, value: (name: string) => string | null): boolean {
  const { groups } = search;
  const found =
    groups.length === 0 ||
    groups.some((group) => group.every((filter) => passesFilter(search, filter, value(filter.propertyName))));
  return found && holdsWords(search, value);
}

function passesFilter({ definitions }: Search, filter: SearchFilter, value: string | null): boolean {
  return matchesFilter(value, filter, definitions.get(filter.propertyName)?.type ?? 'string');
}

function holdsWords({ type, text }: Search, value: (name: string) => string | null): boolean {
  if (text === '') return true;
  const lower = type.searchedProperties
    .map((name) => value(name) ?? '')
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** Empty values come last in either direction; equal ones keep the order of ids. */
function sortHits(hits: Hit[], sort: SearchSort | null): void {
  const sign = sort?.direction === 'DESCENDING' ? -1 : 1;
  hits.sort(({ key: a, id }, { key: b, id: other }) => {
    if (a !== b && (a === null || b === null)) return Number(a === null) - Number(b === null);
    if (a !== null && b !== null && a !== b) return a < b ? -sign : sign;
    return byNumber({ id }, { id: other });
  });
}

function sortKey({ sort, definitions }: Search, value: (name: string) => string | null): Hit['key'] {
  if (sort === null) return null;
  const own = value(sort.propertyName);
  if (own === null) return null;
  const type = definitions.get(sort.propertyName)?.type;
  if (type === 'number') return Number(own);
  return type === 'date' || type === 'datetime' ? Date.parse(own) : own.toLowerCase();
}

function pageOf(hits: readonly Hit[], offset: number, limit: number): StoredRecord[] {
  const page: StoredRecord[] = [];
  let passed = 0;
  for (const hit of hits) {
    if (page.length === limit) break;
    for (let place = Math.max(0, offset - passed); place < hit.count && page.length < limit; place += 1) {
      page.push(hit.member(place));
    }
    passed += hit.count;
  }
  return page;
}
