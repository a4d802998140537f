import type { FailureCode } from '../contract/index.ts';

/** An expected failure on its way to a card: the code decides the status, the message is for people. */
export interface Refusal {
  readonly code: FailureCode;
  readonly message: string;
  readonly field?: string;
  /** Where HTTP has a finer word for it than the code says. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

export const statusOf: Readonly<Record<FailureCode, number>> = {
  bad_request: 400,
  bad_signature: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  not_connected: 409,
  not_ready: 409,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};
