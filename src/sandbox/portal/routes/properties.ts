import * as z from 'zod';
import { err, ok } from '../../../kernel/result.ts';
import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { answerRows, rowError } from './batch-answer.ts';
import { objectRoute } from './object-call.ts';
import { archiveProperty, changeProperty, createProperty, propertyNotFound } from './write-property.ts';

const path = '/crm/properties/:objectType';
const namesBody = z.object({
  archived: z.boolean().default(false),
  inputs: z.array(z.object({ name: z.string() })).max(100),
});
const createBody = z.object({ inputs: z.array(z.unknown()).max(100) });

export const propertyRoutes: readonly Route[] = [
  objectRoute('get', path, 'readScopes', (call, type) => {
    const archived = call.query.get('archived') === 'true';
    const all = call.portal.state.definitions(type).values();
    return answer(200, { results: all.filter((definition) => definition.archived === archived) });
  }),
  objectRoute('post', path, 'schemaScopes', (call, type) => {
    const created = createProperty(call, type, call.body);
    return created.ok ? answer(201, created.value, { Location: `/${created.value.name}` }) : created.failure;
  }),
  objectRoute('post', `${path}/batch/read`, 'readScopes', batchRead),
  objectRoute('post', `${path}/batch/create`, 'schemaScopes', batchCreate),
  objectRoute('post', `${path}/batch/archive`, 'schemaScopes', batchArchive),
  objectRoute('get', `${path}/:propertyName`, 'readScopes', (call, type) => {
    const definition = find(call, type, call.query.get('archived') === 'true');
    return definition ? answer(200, definition) : propertyNotFound(call.params['propertyName'] ?? '');
  }),
  objectRoute('patch', `${path}/:propertyName`, 'schemaScopes', (call, type) => {
    const known = find(call, type, false);
    if (!known) return propertyNotFound(call.params['propertyName'] ?? '');
    const changed = changeProperty(call, type, known);
    return changed.ok ? answer(200, changed.value) : changed.failure;
  }),
  objectRoute(
    'delete',
    `${path}/:propertyName`,
    'schemaScopes',
    (call, type) => archive(call, type, call.params['propertyName'] ?? '') ?? answer(204),
  ),
];

function archive({ portal }: Call, type: ObjectType, name: string): Answer | null {
  return archiveProperty(portal, type, { name, source: appSource(portal.app) });
}

function find({ portal, params }: Call, type: ObjectType, archived: boolean) {
  const definition = portal.state.definitions(type).get(params['propertyName'] ?? '');
  return definition?.archived === archived ? definition : undefined;
}

function batchRead(call: Call, type: ObjectType): Answer {
  const body = parseBody(namesBody, call.body);
  if (!body.ok) return body.failure;
  return answerRows(
    call,
    body.value.inputs.map(({ name }) => {
      const definition = call.portal.state.definitions(type).get(name);
      if (definition?.archived === body.value.archived) return ok(definition);
      return err(rowError(propertyNotFound(name), { name: [name] }));
    }),
  );
}

function batchCreate(call: Call, type: ObjectType): Answer {
  const body = parseBody(createBody, call.body);
  if (!body.ok) return body.failure;
  const rows = body.value.inputs.map((input) => {
    const created = createProperty(call, type, input);
    if (created.ok) return created;
    return err(rowError(created.failure, { name: [String((input as { name?: unknown } | null)?.name)] }));
  });
  return answerRows(call, rows, 201);
}

function batchArchive(call: Call, type: ObjectType): Answer {
  const body = parseBody(namesBody, call.body);
  if (!body.ok) return body.failure;
  for (const { name } of body.value.inputs) archive(call, type, name);
  return answer(204);
}
