import type { HubSpotFailure } from '../failure.ts';
import type { RowError } from './read-row-error.ts';

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
  readonly errors: readonly RowError[];
}

const unmentioned: HubSpotFailure = {
  code: 'unexpected_reply',
  status: 207,
  message: "HubSpot's reply does not say what became of this row.",
};

/**
 * Sorts the rows of an answered batch into done and failed. An error that names no row stands for all rows that nothing
 * else was said about. A merged deal answers under another id than it was called by: rows without a word of their own
 * are done when there is an answer for each of them.
 */
export function sortBatchRows({ ids, answered, errors }: AnsweredBatch): UpdateOutcome {
  const failures = new Map(errors.flatMap((error) => error.ids.map((id) => [id, error.failure] as const)));
  const asked = new Set(ids);
  const done = new Set(answered.map(({ id }) => id).filter((id) => asked.has(id) && !failures.has(id)));
  const silent = ids.filter((id) => !done.has(id) && !failures.has(id));
  const answeredUnderOtherIds = answered.filter(({ id }) => !asked.has(id)).length;
  const unnamed = errors.find((error) => error.ids.length === 0)?.failure;
  if (unnamed !== undefined || answeredUnderOtherIds < silent.length) {
    for (const id of silent) failures.set(id, unnamed ?? unmentioned);
  }
  return {
    updated: ids.filter((id) => !failures.has(id)),
    failed: ids.flatMap((id) => {
      const failure = failures.get(id);
      return failure === undefined ? [] : [{ id, failure }];
    }),
  };
}
