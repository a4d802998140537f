import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { invalid, refuse, type Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import { associationType, type AssociationType } from '../objects/association-types.ts';
import type { Ends } from '../objects/associate.ts';
import { survivorOf } from '../objects/merge-records.ts';
import { findObjectType, type ObjectType } from '../objects/object-types.ts';
import { findRecord } from './object-call.ts';

/** How a caller names the kinds of an association. */
export const namedTypes = z.array(
  z.object({
    associationCategory: z.string().default('HUBSPOT_DEFINED'),
    associationTypeId: z.number().int(),
  }),
);
type NamedTypes = z.infer<typeof namedTypes>;

/** The object types that a path names, or HubSpot's refusal. */
export function typesOfPath({ params }: Call): Result<{ from: ObjectType; to: ObjectType }, Answer> {
  const names = [params['objectType'] ?? params['fromType'] ?? '', params['toType'] ?? ''];
  const [from, to] = names.map(findObjectType);
  if (from && to) return ok({ from, to });
  return err(invalid(`Unable to infer object type from: ${from ? names[1] : names[0]}`));
}

/** The kinds that a caller named, seen from `from`; refused when one leads from another type of record. */
export function readTypes(
  named: NamedTypes,
  from: ObjectType,
  to: ObjectType,
): Result<AssociationType[], Answer> {
  const types: AssociationType[] = [];
  for (const { associationTypeId } of named) {
    const type = associationType(associationTypeId);
    if (type?.from === from && type.to === to) types.push(type);
    else {
      const expected = type?.from.typeId ?? from.typeId;
      const message = `invalid from object type ${from.typeId} for associations to be created. expected: ${expected}`;
      return err(invalid(message));
    }
  }
  return ok(types);
}

/** Both ends must be there, under whatever id a merge has left them. */
export function findEnds(call: Call, ends: Ends): Result<Ends, Answer> {
  const fromId = survivorOf(call.portal, ends.from, ends.fromId);
  const toId = survivorOf(call.portal, ends.to, ends.toId);
  const missing = [
    ...(isThere(call, ends.from, fromId) ? [] : [fromId]),
    ...(isThere(call, ends.to, toId) ? [] : [toId]),
  ];
  if (missing.length === 0) return ok({ ...ends, fromId, toId });
  return err(
    refuse(400, {
      message: 'One or more associations are invalid',
      category: 'VALIDATION_ERROR',
      context: { INVALID_OBJECT_IDS: missing },
    }),
  );
}

export function isThere(call: Call, type: ObjectType, id: string): boolean {
  return findRecord(call.portal.state, type, { id, archived: false }) !== undefined;
}

/** A record's ties of one kind, to records that are still there. */
export function liveLinks(call: Call, from: ObjectType, fromId: string, to: ObjectType) {
  return call.portal.state.associations
    .links(from, fromId, to)
    .filter(({ toId }) => isThere(call, to, toId))
    .toSorted((a, b) => Number(a.toId) - Number(b.toId));
}

/** HubSpot's most ties a page. */
export const mostLinks = 500;

/** A page of ties as the associations API shows them, and how the next one is asked for where there is one. */
export function pageOfLinks(links: ReturnType<typeof liveLinks>, after: number, limit: number) {
  const page = links.filter(({ toId }) => Number(toId) > after).slice(0, limit + 1);
  const shown = page.slice(0, limit);
  return {
    shown: shown.map(({ toId, typeIds }) => ({ toObjectId: toId, associationTypes: showTypes(typeIds) })),
    paging: page.length > limit ? { paging: { next: { after: shown.at(-1)?.toId } } } : {},
  };
}

/** The kinds of one tie. */
function showTypes(typeIds: readonly number[]) {
  return typeIds
    .toSorted((a, b) => a - b)
    .map((typeId) => ({
      category: 'HUBSPOT_DEFINED',
      typeId,
      label: associationType(typeId)?.label ?? null,
    }));
}
