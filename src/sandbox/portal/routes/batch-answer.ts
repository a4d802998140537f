import type { Result } from '../../../kernel/result.ts';
import { instantText } from '../objects/instant-text.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { answer, invalid, type Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';

const mostInputs = 100;

/** One entry of a batch answer's `errors`. */
export interface RowError {
  readonly status: 'error';
  readonly category: string;
  readonly subCategory?: string;
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly errors?: unknown;
}

/** 200 (or 201) when every row went well, else 207 with the rows that did and the errors of the others. */
export function batchAnswer(
  call: Call,
  {
    results,
    errors,
    success = 200,
  }: { results: readonly object[]; errors: readonly RowError[]; success?: number },
): Answer {
  const at = instantText(call.portal.businessClock.now());
  const failed = errors.length > 0 && { numErrors: errors.length, errors };
  return answer(failed ? 207 : success, {
    status: 'COMPLETE',
    results,
    ...failed,
    startedAt: at,
    completedAt: at,
  });
}

/** Answers a batch whose rows went well or ill each on its own. */
export function answerRows(
  call: Call,
  rows: readonly Result<object, RowError>[],
  success: 200 | 201 = 200,
): Answer {
  const results = rows.flatMap((row) => (row.ok ? [row.value] : []));
  const errors = rows.flatMap((row) => (row.ok ? [] : [row.failure]));
  return batchAnswer(call, { results, errors, success });
}

export function rowNotFound(type: ObjectType, ids: readonly string[]): RowError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.label} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
}

/** A row's refusal, taken from what a call of its own would have been answered. */
export function rowError(refusal: Answer, context: RowError['context']): RowError {
  const { category, message, errors } = refusal.body as {
    category: string;
    message: string;
    errors?: unknown;
  };
  return { status: 'error', category, message, context, ...(errors !== undefined && { errors }) };
}

/** Too many inputs or one id twice spoil the whole call. */
export function refuseInputs(inputs: readonly { readonly id?: string }[], most = mostInputs): Answer | null {
  if (inputs.length > most) {
    return invalid(`The maximum number of inputs supported in a batch request is ${most}`);
  }
  const ids = inputs.flatMap(({ id }) => id ?? []);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return repeated.length === 0
    ? null
    : invalid(`Duplicate IDs found in batch input: [${repeated.join(', ')}]`);
}
