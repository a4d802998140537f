import type { HubSpotFailure, HubSpotFailureCode } from './failure.ts';
import { readErrorBody } from './schemas/error-body.ts';
import type { ErrorBody } from './schemas/error-body.ts';

const longestMessage = 300;

interface ReportedError {
  readonly code: HubSpotFailureCode;
  readonly status: number;
  /** The parsed body of the answer, or one member of a batch's `errors`. */
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Puts an error that HubSpot reports into a failure, in HubSpot's own words. A body that is no JSON (a proxy's HTML
 * page) is not quoted, and headers are never looked at.
 */
export function describeFailure({ code, status, body, retryAfterMs }: ReportedError): HubSpotFailure {
  const report = readErrorBody(body);
  const { category, correlationId, errors = [], ...oauth } = report;
  // Beside RFC 6749's `error` the token endpoint gives a finer code in `status`; elsewhere `status` just says "error".
  const reason = oauth.error === undefined ? errors.find((one) => one.code)?.code : oauth.status;
  return {
    code,
    status,
    message: shorten(wordsOf(report) ?? `HubSpot answered with status ${status}.`),
    ...present('category', category ?? oauth.error),
    ...present('reason', reason),
    ...present('correlationId', correlationId),
    ...present('propertyNames', filled(errors.flatMap((one) => one.context?.propertyName ?? []))),
    ...present('requiredScopes', filled(errors.flatMap((one) => one.context?.requiredGranularScopes ?? []))),
    ...present('retryAfterMs', retryAfterMs),
  };
}

/** A validation error's own message nests its single errors as JSON, or says nothing; theirs are for people. */
function wordsOf({ message, error_description, category, errors = [] }: ErrorBody): string | undefined {
  const single = errors.flatMap((error) => error.message ?? []).join('; ') || undefined;
  return category === 'VALIDATION_ERROR' ? (single ?? message) : (message ?? error_description ?? single);
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestMessage ? line : `${line.slice(0, longestMessage - 1)}…`;
}

function filled(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names;
}

function present<Key extends keyof HubSpotFailure>(
  key: Key,
  value: HubSpotFailure[Key] | undefined,
): Partial<HubSpotFailure> {
  return value === undefined ? {} : { [key]: value };
}
