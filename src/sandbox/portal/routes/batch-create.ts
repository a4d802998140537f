import * as z from 'zod';
import type { Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call } from '../http/route.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { batchAnswer, refuseInputs, rowError, type RowError } from './batch-answer.ts';
import { show } from './object-call.ts';
import { checkCreate, createFrom, writtenProperties } from './write-call.ts';

const createBody = z.object({
  inputs: z.array(z.object({ properties: writtenProperties, objectWriteTraceId: z.string().nullish() })),
});

/** Rows fail one by one only when every input carries its own trace id; otherwise one bad row fails the whole call. */
export function batchCreate(call: Call, type: ObjectType): Answer {
  const body = parseBody(createBody, call.body);
  if (!body.ok) return body.failure;
  const { inputs } = body.value;
  const refused = refuseInputs(inputs.map(({ objectWriteTraceId }) => (objectWriteTraceId ? { id: objectWriteTraceId } : {})));
  if (refused) return refused;
  if (!inputs.every(({ objectWriteTraceId }) => objectWriteTraceId)) {
    for (const { properties } of inputs) {
      const checked = checkCreate(call, type, properties);
      if (!checked.ok) return checked.failure;
    }
  }
  const results: object[] = [];
  const errors: RowError[] = [];
  for (const { properties, objectWriteTraceId } of inputs) {
    const created = createFrom(call, type, properties);
    const trace = objectWriteTraceId ? { objectWriteTraceId } : {};
    if (created.ok) results.push({ ...show(call, type, created.value), ...trace });
    else errors.push(rowError(created.failure, { objectWriteTraceId: [objectWriteTraceId ?? ''] }));
  }
  return batchAnswer(call, { results, errors, success: 201 });
}
