/** Every way in which a call to HubSpot is expected to fail. */
export type HubSpotFailureCode =
  /** The token is not accepted, also after a refresh. */
  | 'unauthorized'
  /** The authorization server refuses the code or refresh token for good: the portal has to connect again. */
  | 'grant_rejected'
  /** The portal has not granted a scope that the call needs. */
  | 'missing_scopes'
  /** Not in the portal's subscription, or not permitted to the installing user. */
  | 'forbidden'
  | 'not_found'
  /** Something of this name exists already. */
  | 'conflict'
  /** HubSpot refuses what was sent: the same input never passes. */
  | 'rejected'
  | 'rate_limited'
  /** A bulk operation of the portal holds the record. */
  | 'locked'
  /** The portal moves between HubSpot's data centres: leave it alone for `retryAfterMs`. */
  | 'migrating'
  /** HubSpot is down or unreachable; the same call may be sent again later. */
  | 'unavailable'
  /** A call that must not simply be repeated broke off midway: it may have been done. */
  | 'unknown_effect'
  /** HubSpot's answer is not what its documentation says; the message names the field. */
  | 'unexpected_reply'
  /** A search window holds more records than HubSpot lets a search reach. */
  | 'too_many_results';

/** An expected failure of a call. `message` holds HubSpot's own words, shortened, and never a secret. */
export interface HubSpotFailure {
  readonly code: HubSpotFailureCode;
  /** HTTP status, or null where no answer came. */
  readonly status: number | null;
  readonly message: string;
  /** HubSpot's category, for example VALIDATION_ERROR. */
  readonly category?: string;
  /** HubSpot's code of the first single error, for example READ_ONLY_VALUE. */
  readonly reason?: string;
  /** What HubSpot's support asks for. */
  readonly correlationId?: string;
  readonly propertyNames?: readonly string[];
  readonly requiredScopes?: readonly string[];
  /** How long HubSpot asks to be left alone. */
  readonly retryAfterMs?: number;
}
