import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { associate, defaultTypes, dissociate, type Ends } from '../objects/associate.ts';
import type { AssociationType } from '../objects/association-types.ts';
import { survivorOf } from '../objects/merge-records.ts';
import {
  findEnds,
  isThere,
  liveLinks,
  mostLinks,
  namedTypes,
  pageOfLinks,
  readTypes,
  typesOfPath,
} from './association-call.ts';
import { objectRoute, recordNotFound } from './object-call.ts';

const path = '/crm/objects/:objectType/:id/associations';

export const associationRoutes: readonly Route[] = [
  exempt('get', `${path}/:toType`, 'readScopes', readOne),
  exempt('put', `${path}/default/:toType/:toId`, 'writeScopes', createDefault),
  exempt('put', `${path}/:toType/:toId`, 'writeScopes', createLabelled),
  exempt('delete', `${path}/:toType/:toId`, 'writeScopes', remove),
];

function exempt(
  method: Route['method'],
  route: string,
  access: 'readScopes' | 'writeScopes',
  reply: (call: Call) => Answer,
): Route {
  return objectRoute(method, route, access, reply, 'none');
}

function readOne(call: Call): Answer {
  const types = typesOfPath(call);
  if (!types.ok) return types.failure;
  const { from, to } = types.value;
  const id = survivorOf(call.portal, from, call.params['id'] ?? '');
  if (!isThere(call, from, id)) return recordNotFound(id);
  const limit = Math.min(mostLinks, Number(call.query.get('limit') ?? mostLinks) || mostLinks);
  const after = Number(call.query.get('after') ?? 0);
  const { shown, paging } = pageOfLinks(liveLinks(call, from, id, to), after, limit);
  return answer(200, { results: shown, ...paging });
}

function createDefault(call: Call): Answer {
  const ends = endsOfPath(call);
  if (!ends.ok) return ends.failure;
  const types = defaultTypes(call.portal, ends.value);
  associate(call.portal, { ...ends.value, types, source: appSource(call.portal.app) });
  return answer(200, { status: 'COMPLETE', results: types.map((type) => created(ends.value, type)) });
}

function createLabelled(call: Call): Answer {
  const named = parseBody(namedTypes, call.body);
  if (!named.ok) return named.failure;
  const ends = endsOfPath(call);
  if (!ends.ok) return ends.failure;
  const { from, fromId, to, toId } = ends.value;
  const types = readTypes(named.value, from, to);
  if (!types.ok) return types.failure;
  associate(call.portal, { ...ends.value, types: types.value, source: appSource(call.portal.app) });
  return answer(201, {
    fromObjectTypeId: from.typeId,
    fromObjectId: Number(fromId),
    toObjectTypeId: to.typeId,
    toObjectId: Number(toId),
    labels: types.value.flatMap(({ label }) => label ?? []),
  });
}

function remove(call: Call): Answer {
  const ends = endsOfPath(call);
  if (!ends.ok) return ends.failure;
  dissociate(call.portal, { ...ends.value, source: appSource(call.portal.app) });
  return answer(204);
}

function endsOfPath(call: Call) {
  const types = typesOfPath(call);
  if (!types.ok) return types;
  const { id: fromId = '', toId = '' } = call.params;
  return findEnds(call, { ...types.value, fromId, toId });
}

/** How an association that was just made is shown. */
export function created({ fromId, toId }: Ends, { typeId }: AssociationType): object {
  return {
    from: { id: fromId },
    to: { id: toId },
    associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId },
  };
}
