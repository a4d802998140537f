import { describeFailure } from './describe-failure.ts';
import type { HubSpotFailure, HubSpotFailureCode } from './failure.ts';
import type { Pause } from './pauses.ts';
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
  | { readonly kind: 'fail'; readonly failure: HubSpotFailure; readonly pause: PauseOrder | null };

/** The whole portal is to be left alone; `forMs` is null where HubSpot did not say for how long. */
export interface PauseOrder {
  readonly reason: Pause['reason'];
  readonly forMs: number | null;
}

/** Decides what to do about an attempt that did not succeed, by the retry table. */
export function decideRetry(failed: FailedAttempt): RetryDecision {
  const { attempt, outcome, repeatable, refreshable, random } = failed;
  if (outcome.kind === 'reply' && outcome.status === 401 && refreshable) return { kind: 'refresh' };
  const row = retryTable.find((candidate) => applies(candidate, outcome));
  if (row === undefined) return fail(finalCode(outcome), outcome);
  if (row.effect === 'unknown' && !repeatable) return fail('unknown_effect', outcome);
  const saidMs = retryAfter(outcome);
  const waitMs = saidMs ?? backoff(row, attempt, random);
  if (attempt < row.attempts && waitMs <= longestWaitMs) return { kind: 'retry', waitMs };
  const pause =
    row.pauses !== undefined && waitMs > longestWaitMs ? { reason: row.pauses, forMs: saidMs ?? null } : null;
  return { ...fail(row.failure, outcome, waitMs), pause };
}

function applies(row: RetryRow, outcome: HttpReply | Breakdown): boolean {
  if (outcome.kind === 'breakdown') {
    return row.when === 'any' || (row.when as readonly unknown[]).includes(outcome.cause);
  }
  if (row.when === 'any') return false;
  if (row.when === '5xx') return outcome.status >= 500 && outcome.status <= 599;
  if (!(row.when as readonly unknown[]).includes(outcome.status)) return false;
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
  // Nought is no answer to the question when.
  return seconds !== null && /^[1-9]\d{0,5}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

function backoff(row: RetryRow, attempt: number, random: number): number {
  const waitMs = row.wait * 1000;
  return row.growth === 'constant' ? waitMs : Math.round(waitMs * 2 ** (attempt - 1) * (1 - random / 2));
}

function fail(
  code: HubSpotFailureCode,
  outcome: HttpReply | Breakdown,
  retryAfterMs?: number,
): RetryDecision & { readonly kind: 'fail' } {
  if (outcome.kind === 'reply') {
    return { kind: 'fail', failure: describeFailure({ ...outcome, code, retryAfterMs }), pause: null };
  }
  const message = `HubSpot gave no answer (${outcome.cause}).`;
  const failure = { code, status: null, message, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  return { kind: 'fail', failure, pause: null };
}
