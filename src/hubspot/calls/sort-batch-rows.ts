import { describeFailure } from '../describe-failure.ts';
import type { HubSpotFailure, HubSpotFailureCode } from '../failure.ts';
import { readErrorBody } from '../schemas/error-body.ts';

export interface FailedRow {
  readonly id: string;
  readonly failure: HubSpotFailure;
}

/** Every id that was handed in is in exactly one of the two. */
export interface UpdateOutcome {
  readonly updated: readonly string[];
  readonly failed: readonly FailedRow[];
}

interface AnsweredBatch {
  readonly ids: readonly string[];
  readonly answered: readonly { readonly id: string }[];
  /** `errors` of a 207. */
  readonly errors: readonly unknown[];
}

const multiStatus = 207;
const codes: Readonly<Record<string, HubSpotFailureCode>> = {
  OBJECT_NOT_FOUND: 'not_found',
  CONFLICT: 'conflict',
  MISSING_SCOPES: 'missing_scopes',
};

const unmentioned: HubSpotFailure = {
  code: 'unexpected_reply',
  status: multiStatus,
  message: "HubSpot's reply does not say what became of this row.",
};

/**
 * Sorts the rows of an answered batch into done and failed. An error names its rows; one that names none stands for all
 * rows that nothing else was said about. A merged deal answers under another id than it was called by: rows without a
 * word of their own are done when there is an answer for each of them.
 */
export function sortBatchRows({ ids, answered, errors }: AnsweredBatch): UpdateOutcome {
  const failures = new Map<string, HubSpotFailure>();
  let unnamed: HubSpotFailure | undefined;
  for (const error of errors) {
    const { context, category = '' } = readErrorBody(error);
    const code = codes[category] ?? 'rejected';
    const failure = describeFailure({ code, status: multiStatus, body: error });
    const named = context?.ids ?? context?.id ?? [];
    if (named.length === 0) unnamed ??= failure;
    for (const id of named) failures.set(id, failure);
  }
  const asked = new Set(ids);
  const done = new Set(answered.map(({ id }) => id).filter((id) => asked.has(id) && !failures.has(id)));
  const silent = ids.filter((id) => !done.has(id) && !failures.has(id));
  const underOtherIds = answered.filter(({ id }) => !asked.has(id)).length;
  const silentAreDone = unnamed === undefined && underOtherIds >= silent.length;
  const failed = ids.flatMap((id) => {
    const failure =
      failures.get(id) ?? (silent.includes(id) && !silentAreDone ? (unnamed ?? unmentioned) : undefined);
    return failure === undefined ? [] : [{ id, failure }];
  });
  const failedIds = new Set(failed.map(({ id }) => id));
  return { updated: ids.filter((id) => !failedIds.has(id)), failed };
}
