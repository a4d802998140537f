import * as z from 'zod';
import { err, type Result } from '../../../kernel/result.ts';
import { answer, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { archiveRecord } from '../objects/write-record.ts';
import { batchAnswer, refuseInputs, rowError, rowNotFound, type RowError } from './batch-answer.ts';
import { batchCreate } from './batch-create.ts';
import { findRecord, objectRoute, show } from './object-call.ts';
import { createFrom, updateFrom, writtenProperties } from './write-call.ts';

const path = '/crm/objects/:objectType/batch';
const mostInputsWithHistory = 50;

const recordId = z.union([z.string(), z.number()]).transform(String);
const readBody = z.object({
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().nullish(),
  inputs: z.array(z.object({ id: recordId })),
});
const writeBody = z.object({
  inputs: z.array(z.object({ id: recordId, idProperty: z.string().nullish(), properties: writtenProperties })),
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

function batchUpdate(call: Call, type: ObjectType): Answer {
  return writeRows(call, type, ({ id, properties }, record) =>
    record
      ? mapRow(updateFrom(call, type, { record, properties }), id, (written) => show(call, type, written))
      : err(rowNotFound(type, [id])),
  );
}

function batchUpsert(call: Call, type: ObjectType): Answer {
  return writeRows(call, type, ({ id, idProperty, properties }, record) => {
    if (!record && !idProperty) return err(rowNotFound(type, [id]));
    const written = record
      ? updateFrom(call, type, { record, properties })
      : createFrom(call, type, { ...properties, ...(idProperty && { [idProperty]: id }) });
    return mapRow(written, id, (shown) => ({ ...show(call, type, shown), new: !record }));
  });
}

function writeRows(
  call: Call,
  type: ObjectType,
  write: (
    input: z.infer<typeof writeBody>['inputs'][number],
    record: StoredRecord | undefined,
  ) => Result<object, RowError>,
): Answer {
  const body = parseBody(writeBody, call.body);
  if (!body.ok) return body.failure;
  const refused = refuseInputs(body.value.inputs);
  if (refused) return refused;
  const results: object[] = [];
  const errors: RowError[] = [];
  for (const input of body.value.inputs) {
    const row = write(input, findRecord(call.portal.state, type, { ...input, archived: false }));
    if (row.ok) results.push(row.value);
    else errors.push(row.failure);
  }
  return batchAnswer(call, { results, errors });
}

function mapRow(
  written: Result<StoredRecord, Answer>,
  id: string,
  shown: (record: StoredRecord) => object,
): Result<object, RowError> {
  return written.ok ? { ok: true, value: shown(written.value) } : err(rowError(written.failure, { ids: [id] }));
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
