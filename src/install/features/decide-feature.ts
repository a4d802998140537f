import type { StoredFeature } from './store.ts';

/** A day after it refused, HubSpot is asked again: the portal may have another subscription by then. */
const ASK_AGAIN_MS = 24 * 3_600_000;

export type FeatureState = 'on' | 'off' | 'refused' | 'notGranted';

export interface FeatureDecision {
  readonly state: FeatureState;
  /** Whether it is used now: when it is on, and when it is time to ask HubSpot again. */
  readonly isUsed: boolean;
}

export interface FeatureFacts {
  /** What the feature takes. */
  readonly scopes: readonly string[];
  readonly granted: readonly string[];
  /** Off until ops switch it on; other features are on as soon as they are granted. */
  readonly isOptIn: boolean;
  /** Null where nobody has said anything. */
  readonly stored: StoredFeature | null;
  readonly now: Date;
}

/** What becomes of a feature, by what ops want, what was granted and what HubSpot said when it was last used. */
export function decideFeature({ scopes, granted, isOptIn, stored, now }: FeatureFacts): FeatureDecision {
  if (stored?.isSwitchedOff ?? isOptIn) return { state: 'off', isUsed: false };
  if (!scopes.every((scope) => granted.includes(scope))) return { state: 'notGranted', isUsed: false };
  if (!stored?.refusal) return { state: 'on', isUsed: true };
  const { refusal } = stored;
  const isDue = now.getTime() - refusal.at.getTime() >= ASK_AGAIN_MS;
  return { state: 'refused', isUsed: isDue || !sameScopes(refusal.scopes, granted) };
}

function sameScopes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((scope) => other.includes(scope));
}
