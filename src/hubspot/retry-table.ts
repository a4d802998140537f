import type { HubSpotFailureCode } from './failure.ts';

/** What is done about one kind of outcome. */
export interface RetryRow {
  /** HTTP statuses, or codes of network errors; `5xx` is every other server error, `any` every outcome without an answer. */
  readonly when: readonly number[] | readonly string[] | '5xx' | 'any';
  /** HubSpot's name of the limit that was hit. */
  readonly policy?: string;
  /** Whether HubSpot may have done the work before the call failed. */
  readonly effect: 'none' | 'unknown';
  /** Seconds to wait before the second attempt, where HubSpot does not say. */
  readonly wait: number;
  /** `doubling` waits twice as long each time, less up to half at random, so that portals do not come back in step. */
  readonly growth: 'constant' | 'doubling';
  /** Attempts in all; 1 leaves the waiting to the caller. */
  readonly attempts: number;
  /** The failure when the attempts are used up. */
  readonly failure: HubSpotFailureCode;
  /** A wait that is too long for a call pauses the whole portal, for everybody who calls it. */
  readonly pauses?: 'migrating' | 'rate_limited';
}

const noConnection = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];
const neverArrived = [521, 523, 525, 526];
/** 408: HubSpot grew tired of waiting for the rest of the request, or says so. */
const brokeOff = [408, 500, 502, 503, 504, 522, 524];

/** The first row that applies decides. After HubSpot's usage guidelines and its list of status codes. */
// prettier-ignore
export const retryTable: readonly RetryRow[] = [
  { when: [429], policy: 'DAILY',    effect: 'none',    wait: 3600, growth: 'constant', attempts: 1, failure: 'rate_limited', pauses: 'rate_limited' },
  { when: [429], policy: 'SECONDLY', effect: 'none',    wait: 1,    growth: 'constant', attempts: 8, failure: 'rate_limited', pauses: 'rate_limited' },
  { when: [429],                     effect: 'none',    wait: 10,   growth: 'constant', attempts: 5, failure: 'rate_limited', pauses: 'rate_limited' },
  { when: [423],                     effect: 'none',    wait: 4,    growth: 'doubling', attempts: 4, failure: 'locked' },
  { when: [477],                     effect: 'none',    wait: 3600, growth: 'constant', attempts: 1, failure: 'migrating',    pauses: 'migrating' },
  { when: neverArrived,              effect: 'none',    wait: 2,    growth: 'doubling', attempts: 5, failure: 'unavailable' },
  { when: brokeOff,                  effect: 'unknown', wait: 2,    growth: 'doubling', attempts: 5, failure: 'unavailable' },
  { when: '5xx',                     effect: 'unknown', wait: 2,    growth: 'doubling', attempts: 3, failure: 'unavailable' },
  { when: noConnection,              effect: 'none',    wait: 1,    growth: 'doubling', attempts: 5, failure: 'unavailable' },
  { when: 'any',                     effect: 'unknown', wait: 1,    growth: 'doubling', attempts: 5, failure: 'unavailable' },
];

/** Statuses that no waiting changes. */
export const finalStatuses: Readonly<Record<number, HubSpotFailureCode>> = {
  400: 'rejected',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'rejected',
  409: 'conflict',
  413: 'rejected',
  414: 'rejected',
  415: 'rejected',
  422: 'rejected',
  437: 'rejected',
};
