import type { Portal } from '../portal.ts';
import { associationType } from './association-types.ts';
import { findObjectType, type ObjectType } from './object-types.ts';
import type { StoredRecord } from './stored-record.ts';

/** A caller who wants all of a record's ties uses the associations API. */
const mostPerRecord = 100;

/** The ties that a read carries along: one entry for each kind, so that a record can come twice. Null when there are none. */
export function showAssociations(
  { state }: Pick<Portal, 'state'>,
  type: ObjectType,
  record: StoredRecord,
  names: readonly string[],
): Readonly<Record<string, object>> | null {
  const shown: Record<string, object> = {};
  for (const to of names.flatMap((name) => findObjectType(name) ?? [])) {
    const results = state.associations
      .links(type, record.id, to)
      .filter(({ toId }) => state.records(to).get(toId)?.archivedAt === null)
      .slice(0, mostPerRecord)
      .flatMap(({ toId, typeIds }) =>
        typeIds.map((typeId) => ({ id: toId, type: associationType(typeId)?.name ?? '' })),
      );
    if (results.length > 0) shown[to.plural] = { results };
  }
  return Object.keys(shown).length > 0 ? shown : null;
}
