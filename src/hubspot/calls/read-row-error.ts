import { describeFailure } from '../describe-failure.ts';
import type { HubSpotFailure, HubSpotFailureCode } from '../failure.ts';
import { readErrorBody } from '../schemas/error-body.ts';

/** What went wrong with some rows of a batch. */
export interface RowError {
  /** The rows; none where HubSpot does not name them. */
  readonly ids: readonly string[];
  readonly failure: HubSpotFailure;
}

const multiStatus = 207;
const codes: Readonly<Record<string, HubSpotFailureCode>> = {
  OBJECT_NOT_FOUND: 'not_found',
  CONFLICT: 'conflict',
  MISSING_SCOPES: 'missing_scopes',
};

/** Reads one member of the `errors` of a 207. */
export function readRowError(error: unknown): RowError {
  const { context, category = '' } = readErrorBody(error);
  const code = codes[category] ?? 'rejected';
  return {
    ids: context?.ids ?? context?.id ?? [],
    failure: describeFailure({ code, status: multiStatus, body: error }),
  };
}
