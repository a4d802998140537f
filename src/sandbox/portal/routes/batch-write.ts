import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call } from '../http/route.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { answerRows, refuseInputs, rowError, rowNotFound, type RowError } from './batch-answer.ts';
import { findRecord, recordId, showWritten } from './object-call.ts';
import { createFrom, updateFrom, writtenProperties } from './write-call.ts';

const input = z.object({ id: recordId, idProperty: z.string().nullish(), properties: writtenProperties });
const body = z.object({ inputs: z.array(input) });

export function batchUpdate(call: Call, type: ObjectType): Answer {
  return writeRows(call, type, ({ id, properties }, record) => {
    if (!record) return err(rowNotFound(type, [id]));
    const written = updateFrom(call, type, { record, properties });
    if (!written.ok) return err(rowError(written.failure, { ids: [id] }));
    return ok(showWritten(call, type, written.value.record, properties, written.value.warnings));
  });
}

/** Creates what no record has the unique value of; each result says whether it is new. */
export function batchUpsert(call: Call, type: ObjectType): Answer {
  return writeRows(call, type, ({ id, idProperty, properties }, record) => {
    if (!record && !idProperty) return err(rowNotFound(type, [id]));
    const whole = idProperty ? { ...properties, [idProperty]: id } : properties;
    const written = record ? updateFrom(call, type, { record, properties }) : createFrom(call, type, whole);
    if (!written.ok) return err(rowError(written.failure, { ids: [id] }));
    const { record: kept, warnings } = written.value;
    return ok({ ...showWritten(call, type, kept, whole, warnings), new: !record });
  });
}

function writeRows(
  call: Call,
  type: ObjectType,
  write: (row: z.infer<typeof input>, record: StoredRecord | undefined) => Result<object, RowError>,
): Answer {
  const parsed = parseBody(body, call.body);
  if (!parsed.ok) return parsed.failure;
  const { inputs } = parsed.value;
  const refused = refuseInputs(inputs);
  if (refused) return refused;
  const { state } = call.portal;
  return answerRows(
    call,
    inputs.map((row) => write(row, findRecord(state, type, { ...row, archived: false }))),
  );
}
