import type { Associations } from '../state/associations.ts';
import { findObjectType, type ObjectType } from './object-types.ts';
import type { SearchFilter } from './search-filter.ts';

const prefix = 'associations.';

/** HubSpot lets a search ask for `associations.company` equal to an id; here that becomes the ids of the records tied to it. */
export function resolveTies(
  filter: SearchFilter,
  type: ObjectType,
  associations: Associations,
): SearchFilter {
  if (!filter.propertyName.startsWith(prefix)) return filter;
  const to = findObjectType(filter.propertyName.slice(prefix.length));
  const asked = filter.operator === 'IN' ? (filter.values ?? []) : [filter.value ?? ''];
  if (!to || !['EQ', 'IN'].includes(filter.operator)) return filter;
  const ids = asked.flatMap((id) => associations.links(to, id, type).map(({ toId }) => toId));
  return { propertyName: 'hs_object_id', operator: 'IN', values: ids };
}
