import { describeFailure } from './describe-failure.ts';
import type { HubSpotFailure, HubSpotFailureCode } from './failure.ts';
import { finalStatuses, retryTable } from './retry-table.ts';
import type { RetryRow } from './retry-table.ts';
import { readErrorBody } from './schemas/error-body.ts';
import type { Breakdown, HttpReply } from './transport.ts';

/** A call waits no longer than this by itself: the caller has better things to do, and may be stopped meanwhile. */
const longestWaitMs = 60_000;

export interface FailedAttempt {
  /** The first attempt is 1. */
  readonly attempt: number;
  readonly outcome: HttpReply | Breakdown;
  /** Whether doing the call twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** Whether the call carries a token that has not been refreshed yet. */
  readonly refreshable: boolean;
  /** From 0 up to 1. */
  readonly random: number;
}

export type RetryDecision =
  | { readonly kind: 'retry'; readonly waitMs: number }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'fail'; readonly failure: HubSpotFailure };

/** Decides what to do about an attempt that did not succeed, by the retry table. */
export function decideRetry(failed: FailedAttempt): RetryDecision {
  const { attempt, outcome, repeatable, refreshable, random } = failed;
  if (outcome.kind === 'reply' && outcome.status === 401 && refreshable) return { kind: 'refresh' };
  const row = retryTable.find((candidate) => applies(candidate, outcome));
  if (row === undefined) return fail(finalCode(outcome), outcome);
  if (row.effect === 'unknown' && !repeatable) return fail('unknown_effect', outcome);
  const waitMs = retryAfter(outcome) ?? backoff(row, attempt, random);
  if (attempt >= row.attempts || waitMs > longestWaitMs) return fail(row.failure, outcome, waitMs);
  return { kind: 'retry', waitMs };
}

function applies(row: RetryRow, outcome: HttpReply | Breakdown): boolean {
  if (outcome.kind === 'breakdown') {
    return row.when === 'any' || (row.when as readonly unknown[]).includes(outcome.cause);
  }
  if (row.when === 'any' || !(row.when as readonly unknown[]).includes(outcome.status)) return false;
  return row.policy === undefined || row.policy === policyOf(outcome.body);
}

/** The search limit is told by its message where the policy's name is missing. */
function policyOf(body: unknown): string | undefined {
  const { policyName, message } = readErrorBody(body);
  return policyName ?? (message === 'You have reached your secondly limit.' ? 'SECONDLY' : undefined);
}

function finalCode(outcome: HttpReply | Breakdown): HubSpotFailureCode {
  if (outcome.kind === 'breakdown')
    throw new Error('The retry table has a row for every outcome without an answer');
  const { category, error } = readErrorBody(outcome.body);
  if (outcome.status === 403 && category === 'MISSING_SCOPES') return 'missing_scopes';
  // `access_denied`: the portal is gone.
  if (outcome.status === 400 && (error === 'invalid_grant' || error === 'access_denied'))
    return 'grant_rejected';
  return finalStatuses[outcome.status] ?? 'unexpected_reply';
}

function retryAfter(outcome: HttpReply | Breakdown): number | undefined {
  const seconds = outcome.kind === 'reply' ? outcome.headers.get('retry-after') : null;
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

function backoff(row: RetryRow, attempt: number, random: number): number {
  const waitMs = row.wait * 1000;
  return row.growth === 'constant' ? waitMs : Math.round(waitMs * 2 ** (attempt - 1) * (1 - random / 2));
}

function fail(
  code: HubSpotFailureCode,
  outcome: HttpReply | Breakdown,
  retryAfterMs?: number,
): RetryDecision {
  if (outcome.kind === 'reply') {
    return { kind: 'fail', failure: describeFailure({ ...outcome, code, retryAfterMs }) };
  }
  const message = `HubSpot gave no answer (${outcome.cause}).`;
  const failure = { code, status: null, message };
  return { kind: 'fail', failure: retryAfterMs === undefined ? failure : { ...failure, retryAfterMs } };
}
