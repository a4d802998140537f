import * as z from 'zod';
import { err, ok } from '../../../kernel/result.ts';
import type { Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call } from '../http/route.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { answerRows, refuseInputs, rowError } from './batch-answer.ts';
import { inlineAssociations, readInline, tie } from './inline-associations.ts';
import { showWritten } from './object-call.ts';
import { checkCreate, createFrom, writtenProperties } from './write-call.ts';

const createBody = z.object({
  inputs: z.array(
    z.object({
      properties: writtenProperties,
      associations: inlineAssociations,
      objectWriteTraceId: z.string().nullish(),
    }),
  ),
});

/** Rows fail one by one only when every input carries its own trace id; otherwise one bad row fails the whole call. */
export function batchCreate(call: Call, type: ObjectType): Answer {
  const body = parseBody(createBody, call.body);
  if (!body.ok) return body.failure;
  const { inputs } = body.value;
  const refused = refuseInputs(
    inputs.map(({ objectWriteTraceId }) => (objectWriteTraceId ? { id: objectWriteTraceId } : {})),
  );
  if (refused) return refused;
  if (!inputs.every(({ objectWriteTraceId }) => objectWriteTraceId)) {
    for (const { properties, associations } of inputs) {
      const checked = checkCreate(call, type, properties);
      if (!checked.ok) return checked.failure;
      const ties = readInline(call, type, associations);
      if (!ties.ok) return ties.failure;
    }
  }
  const rows = inputs.map(({ properties, associations, objectWriteTraceId }) => {
    const context = { objectWriteTraceId: [objectWriteTraceId ?? ''] };
    const ties = readInline(call, type, associations);
    if (!ties.ok) return err(rowError(ties.failure, context));
    const created = createFrom(call, type, properties);
    if (!created.ok) return err(rowError(created.failure, context));
    const { record, warnings } = created.value;
    tie(call, type, record.id, ties.value);
    const trace = objectWriteTraceId ? { objectWriteTraceId } : {};
    return ok({ ...showWritten(call, type, record, properties, warnings), ...trace });
  });
  return answerRows(call, rows, 201);
}
