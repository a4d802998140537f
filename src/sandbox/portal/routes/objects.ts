import * as z from 'zod';
import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { archiveRecord } from '../objects/write-record.ts';
import { inlineAssociations, readInline, tie } from './inline-associations.ts';
import { listRecords } from './list-records.ts';
import {
  askedProperties,
  findRecord,
  objectRoute,
  recordNotFound,
  show,
  showWritten,
} from './object-call.ts';
import { createFrom, updateFrom, writtenProperties } from './write-call.ts';

const path = '/crm/objects/:objectType';
const writeBody = z.object({ properties: writtenProperties });
const createBody = z.object({ properties: writtenProperties, associations: inlineAssociations });

export const objectRoutes: readonly Route[] = [
  objectRoute('get', path, 'readScopes', listRecords),
  objectRoute('post', path, 'writeScopes', create),
  objectRoute('get', `${path}/:id`, 'readScopes', read),
  objectRoute('patch', `${path}/:id`, 'writeScopes', update),
  objectRoute('delete', `${path}/:id`, 'writeScopes', archive),
];

function create(call: Call, type: ObjectType): Answer {
  const body = parseBody(createBody, call.body);
  if (!body.ok) return body.failure;
  const ties = readInline(call, type, body.value.associations);
  if (!ties.ok) return ties.failure;
  const created = createFrom(call, type, body.value.properties);
  if (!created.ok) return created.failure;
  const { record, warnings } = created.value;
  tie(call, type, record.id, ties.value);
  return answer(201, showWritten(call, type, record, body.value.properties, warnings));
}

function read(call: Call, type: ObjectType): Answer {
  const record = pick(call, type, call.query.get('archived') === 'true');
  if (!record) return recordNotFound(call.params['id'] ?? '');
  return answer(200, show(call, type, record, askedProperties(call)));
}

function update(call: Call, type: ObjectType): Answer {
  const body = parseBody(writeBody, call.body);
  if (!body.ok) return body.failure;
  const record = pick(call, type, false);
  if (!record) return recordNotFound(call.params['id'] ?? '');
  const updated = updateFrom(call, type, { record, properties: body.value.properties });
  if (!updated.ok) return updated.failure;
  const { record: written, warnings } = updated.value;
  return answer(200, showWritten(call, type, written, body.value.properties, warnings));
}

/** HubSpot answers 204 also when the record is already gone. */
function archive(call: Call, type: ObjectType): Answer {
  const record = pick(call, type, false);
  if (record) archiveRecord(call.portal, { type, record, source: appSource(call.portal.app) });
  return answer(204);
}

function pick(call: Call, type: ObjectType, archived: boolean): StoredRecord | undefined {
  const id = call.params['id'] ?? '';
  return findRecord(call.portal.state, type, { id, idProperty: call.query.get('idProperty'), archived });
}
