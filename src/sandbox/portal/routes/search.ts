import * as z from 'zod';
import { answer, invalid, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { resolveTies } from '../objects/resolve-ties.ts';
import { searchFilter } from '../objects/search-filter.ts';
import { searchRecords } from '../objects/search-records.ts';
import { objectRoute, show } from './object-call.ts';

const mostBodyCharacters = 3_000;
const mostResults = 10_000;

const sort = z.union([
  z.string().transform((text) => ({
    propertyName: text.replace(/^-/, ''),
    direction: text.startsWith('-') ? ('DESCENDING' as const) : ('ASCENDING' as const),
  })),
  z.object({
    propertyName: z.string(),
    direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
  }),
]);

const searchBody = z.object({
  filterGroups: z.array(z.object({ filters: z.array(searchFilter) })).default([]),
  sorts: z.array(sort).max(1, 'only one sort is supported').default([]),
  query: z.string().optional(),
  properties: z.array(z.string()).default([]),
  limit: z.number().int().min(1).max(200).default(10),
  after: z.coerce.number().int().min(0).default(0),
});

export const searchRoutes: readonly Route[] = [
  objectRoute('post', '/crm/objects/:objectType/search', 'readScopes', search, 'search'),
];

function search(call: Call, type: ObjectType): Answer {
  const body = parseBody(searchBody, call.body);
  if (!body.ok) return body.failure;
  const { filterGroups, sorts, query, properties, limit, after } = body.value;
  const refused =
    refuseSize(call.body, filterGroups) ??
    (after + limit > mostResults ? invalid(`after + limit must not exceed ${mostResults}`) : null);
  if (refused) return refused;
  const { state, searchIndex } = call.portal;
  const found = searchRecords({
    type,
    records: state.records(type),
    unseen: searchIndex.unseen(type),
    definitions: state.definitions(type),
    groups: filterGroups.map(({ filters }) =>
      filters.map((filter) => resolveTies(filter, type, state.associations)),
    ),
    sort: sorts[0] ?? null,
    text: query ?? '',
    offset: after,
    limit,
  });
  if (!found.ok) return invalid(found.failure);
  const { total, page } = found.value;
  const next = after + limit;
  return answer(200, {
    total,
    results: page.map((record) => show(call, type, record, { properties })),
    ...(next < total && { paging: { next: { after: String(next) } } }),
  });
}

function refuseSize(
  body: unknown,
  groups: readonly { readonly filters: readonly unknown[] }[],
): Answer | null {
  if (JSON.stringify(body).length > mostBodyCharacters) {
    return invalid(`The request body must not be longer than ${mostBodyCharacters} characters`);
  }
  if (groups.length > 5) return invalid('The maximum number of filterGroups is 5');
  if (groups.some(({ filters }) => filters.length > 6)) {
    return invalid('The maximum number of filters in a filterGroup is 6');
  }
  const total = groups.reduce((sum, { filters }) => sum + filters.length, 0);
  return total > 18 ? invalid('The maximum number of filters in total is 18') : null;
}
