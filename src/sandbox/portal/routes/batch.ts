import * as z from 'zod';
import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { archiveRecord } from '../objects/write-record.ts';
import { batchAnswer, refuseInputs, rowNotFound } from './batch-answer.ts';
import { batchCreate } from './batch-create.ts';
import { batchUpdate, batchUpsert } from './batch-write.ts';
import { findRecord, objectRoute, recordId, show } from './object-call.ts';

const path = '/crm/objects/:objectType/batch';
const mostInputsWithHistory = 50;

const readBody = z.object({
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().nullish(),
  inputs: z.array(z.object({ id: recordId })),
});
const archiveBody = z.object({ inputs: z.array(z.object({ id: recordId })) });

export const batchRoutes: readonly Route[] = [
  objectRoute('post', `${path}/read`, 'readScopes', batchRead),
  objectRoute('post', `${path}/update`, 'writeScopes', batchUpdate),
  objectRoute('post', `${path}/upsert`, 'writeScopes', batchUpsert),
  objectRoute('post', `${path}/create`, 'writeScopes', batchCreate),
  objectRoute('post', `${path}/archive`, 'writeScopes', batchArchive),
];

function batchRead(call: Call, type: ObjectType): Answer {
  const body = parseBody(readBody, call.body);
  if (!body.ok) return body.failure;
  const { inputs, idProperty, properties, propertiesWithHistory } = body.value;
  const refused = refuseInputs(inputs, propertiesWithHistory.length > 0 ? mostInputsWithHistory : undefined);
  if (refused) return refused;
  const archived = call.query.get('archived') === 'true';
  const found: StoredRecord[] = [];
  const missing: string[] = [];
  for (const { id } of inputs) {
    const record = findRecord(call.portal.state, type, { id, idProperty, archived });
    if (record) found.push(record);
    else missing.push(id);
  }
  const asked = { properties, withHistory: propertiesWithHistory };
  return batchAnswer(call, {
    results: found.map((record) => show(call, type, record, asked)),
    errors: missing.length > 0 ? [rowNotFound(type, missing)] : [],
  });
}

function batchArchive(call: Call, type: ObjectType): Answer {
  const body = parseBody(archiveBody, call.body);
  if (!body.ok) return body.failure;
  const refused = refuseInputs(body.value.inputs);
  if (refused) return refused;
  for (const { id } of body.value.inputs) {
    const record = findRecord(call.portal.state, type, { id, archived: false });
    if (record) archiveRecord(call.portal, { type, record, source: appSource(call.portal.app) });
  }
  return answer(204);
}
