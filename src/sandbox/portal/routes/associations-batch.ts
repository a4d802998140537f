import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { associate, defaultTypes, dissociate } from '../objects/associate.ts';
import { typesBetween } from '../objects/association-types.ts';
import { survivorOf } from '../objects/merge-records.ts';
import { findObjectType, type ObjectType } from '../objects/object-types.ts';
import { batchAnswer, refuseInputs, rowError, rowNotFound, type RowError } from './batch-answer.ts';
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
import { created } from './associations.ts';
import { recordId } from './object-call.ts';

const path = '/crm/associations/:fromType/:toType';
const end = z.object({ id: recordId });
const readBody = z.object({ inputs: z.array(z.object({ id: recordId, after: z.string().nullish() })) });
const pairBody = z.object({
  inputs: z.array(z.object({ from: end, to: end, types: namedTypes.default([]) })),
});
const archiveBody = z.object({ inputs: z.array(z.object({ from: end, to: z.array(end) })) });

export const associationBatchRoutes: readonly Route[] = [
  exempt('post', `${path}/batch/read`, 'readScopes', batchRead),
  exempt('post', `${path}/batch/associate/default`, 'writeScopes', (call) => batchAssociate(call, true)),
  exempt('post', `${path}/batch/create`, 'writeScopes', (call) => batchAssociate(call, false)),
  exempt('post', `${path}/batch/archive`, 'writeScopes', batchArchive),
  exempt('get', `${path}/labels`, 'readScopes', listLabels),
];

function exempt(
  method: Route['method'],
  route: string,
  access: 'readScopes' | 'writeScopes',
  reply: (call: Call) => Answer,
): Route {
  const scopes = (params: Readonly<Record<string, string>>) =>
    findObjectType(params['fromType'] ?? '')?.[access] ?? [];
  return { method, path: route, scopes, limit: 'none', answer: reply };
}

/** Records without a tie are no results but errors of a 207, as in HubSpot. */
function batchRead(call: Call): Answer {
  const body = parseBody(readBody, call.body);
  if (!body.ok) return body.failure;
  const types = typesOfPath(call);
  if (!types.ok) return types.failure;
  const refused = refuseInputs(body.value.inputs, 1_000);
  if (refused) return refused;
  const { from, to } = types.value;
  const rows = body.value.inputs.map(({ id, after }) =>
    readRow(call, { from, to, id, after: Number(after ?? 0) }),
  );
  return batchAnswer(call, {
    results: rows.flatMap((row) => (row.ok ? [row.value] : [])),
    errors: rows.flatMap((row) => (row.ok ? [] : [row.failure])),
  });
}

function readRow(
  call: Call,
  { from, to, id, after }: { from: ObjectType; to: ObjectType; id: string; after: number },
): Result<object, RowError> {
  const fromId = survivorOf(call.portal, from, id);
  const links = isThere(call, from, fromId) ? liveLinks(call, from, fromId, to) : [];
  if (links.length === 0) {
    return err({
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
      message: `No ${to.label.toLowerCase()} is associated with ${from.label.toLowerCase()} ${id}.`,
      context: { fromObjectId: [id], fromObjectType: [from.typeId], toObjectType: [to.typeId] },
    });
  }
  const { shown, paging } = pageOfLinks(links, after, mostLinks);
  return ok({ from: { id }, to: shown, ...paging });
}

function batchAssociate(call: Call, byDefault: boolean): Answer {
  const body = parseBody(pairBody, call.body);
  if (!body.ok) return body.failure;
  const types = typesOfPath(call);
  if (!types.ok) return types.failure;
  const refused = refuseInputs(
    body.value.inputs.map(() => ({})),
    2_000,
  );
  if (refused) return refused;
  const { from, to } = types.value;
  const rows = body.value.inputs.map((input): Result<object[], RowError> => {
    const context = { fromObjectId: [input.from.id], toObjectId: [input.to.id] };
    const ends = findEnds(call, { from, to, fromId: input.from.id, toId: input.to.id });
    if (!ends.ok) return err(rowError(ends.failure, context));
    const wanted = byDefault ? ok(defaultTypes(call.portal, ends.value)) : readTypes(input.types, from, to);
    if (!wanted.ok) return err(rowError(wanted.failure, context));
    associate(call.portal, { ...ends.value, types: wanted.value, source: appSource(call.portal.app) });
    return ok(wanted.value.map((type) => created(ends.value, type)));
  });
  return batchAnswer(call, {
    results: rows.flatMap((row) => (row.ok ? row.value : [])),
    errors: rows.flatMap((row) => (row.ok ? [] : [row.failure])),
    success: byDefault ? 200 : 201,
  });
}

function batchArchive(call: Call): Answer {
  const body = parseBody(archiveBody, call.body);
  if (!body.ok) return body.failure;
  const types = typesOfPath(call);
  if (!types.ok) return types.failure;
  const refused = refuseInputs(body.value.inputs.map(({ from }) => from));
  if (refused) return refused;
  const { from, to } = types.value;
  const missing = body.value.inputs
    .filter((input) => !isThere(call, from, input.from.id))
    .map((input) => input.from.id);
  for (const input of body.value.inputs) {
    for (const { id } of input.to) {
      const ends = {
        from,
        to,
        fromId: survivorOf(call.portal, from, input.from.id),
        toId: survivorOf(call.portal, to, id),
      };
      dissociate(call.portal, { ...ends, source: appSource(call.portal.app) });
    }
  }
  if (missing.length === 0) return answer(204);
  return batchAnswer(call, { results: [], errors: [rowNotFound(from, missing)] });
}

function listLabels(call: Call): Answer {
  const types = typesOfPath(call);
  if (!types.ok) return types.failure;
  const known = typesBetween(types.value.from, types.value.to);
  return answer(200, {
    results: known.map(({ typeId, label }) => ({ category: 'HUBSPOT_DEFINED', typeId, label })),
  });
}
