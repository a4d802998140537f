import type { Kysely } from 'kysely';
import type { HubSpotFailure, HubSpotFailureCode } from '../../hubspot/index.ts';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { Portal } from '../../kernel/portal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Manifest, ManifestScope } from '../../manifest/index.ts';
import type { Tables } from '../../store/index.ts';
import { decideFeature, type FeatureDecision, type FeatureState } from './decide-feature.ts';
import { describeFeature } from './describe-feature.ts';
import { idOfFeature } from './feature-names.ts';
import { forPortal, type StoredFeature } from './store.ts';

/** HubSpot's answers that speak of a permission or a subscription, hence of a feature and never of the portal. */
export const refusals: readonly HubSpotFailureCode[] = ['forbidden', 'missing_scopes'];

export interface FeatureView {
  /** For addresses and requests. */
  readonly id: string;
  readonly feature: string;
  readonly scopes: readonly string[];
  /** What each scope is for, in the manifest's words. */
  readonly reason: string;
  readonly state: FeatureState;
  readonly message: string;
  /** False for what comes with connecting. */
  readonly maySwitch: boolean;
  /** Its scopes are asked only once ops have switched it on. */
  readonly isOptIn: boolean;
}

export interface FeatureDependencies {
  readonly db: Kysely<Tables>;
  readonly manifest: Manifest;
  /** A day counts as one whatever the business date. */
  readonly realClock?: Clock;
}

/** A portal's features while a pass runs. */
export interface Features {
  isUsed(feature: string): boolean;
  stateOf(feature: string): FeatureState;
  /** HubSpot does not permit it: from now on it is off and says so, and everything else goes on. */
  noteRefusal(feature: string, failure: Pick<HubSpotFailure, 'code' | 'message'>): Promise<void>;
  /** It works, whatever was said before. */
  noteWorking(feature: string): Promise<void>;
  /**
   * Makes a call for a feature: null, without calling, where it is not used, and where HubSpot refuses it, which is noted.
   * Any other failure is the caller's.
   */
  attempt<Value>(
    feature: string,
    call: () => Promise<Result<Value, HubSpotFailure>>,
  ): Promise<Result<Value | null, HubSpotFailure>>;
}

type FeaturePortal = Pick<Portal, 'id' | 'scopes'>;

/** Reads a portal's features as they stand now. */
export async function openFeatures(
  { db, manifest, realClock = systemClock }: FeatureDependencies,
  portal: FeaturePortal,
): Promise<Features> {
  const store = forPortal(db, portal.id);
  const scopesOf = scopesByFeature(manifest);
  const stored = new Map<string, StoredFeature>((await store.list()).map((each) => [each.name, each]));
  const decide = (feature: string): FeatureDecision => {
    const scopes = scopesOf.get(feature);
    if (scopes === undefined) throw new Error(`app.json has no feature ${feature}`);
    return decideFeature({
      scopes: scopes.map(({ name }) => name),
      granted: portal.scopes,
      isOptIn: isOptIn(scopes),
      stored: stored.get(feature) ?? null,
      now: realClock.now(),
    });
  };

  const features: Features = {
    isUsed: (feature) => decide(feature).isUsed,
    stateOf: (feature) => decide(feature).state,
    async noteRefusal(name, { code, message }) {
      const at = realClock.now();
      await store.noteRefusal(name, { code, message }, portal.scopes, at);
      const isSwitchedOff = stored.get(name)?.isSwitchedOff ?? false;
      stored.set(name, { name, isSwitchedOff, refusal: { code, message, at, scopes: portal.scopes } });
    },
    async noteWorking(name) {
      const known = stored.get(name);
      if (!known?.refusal) return;
      await store.forgetRefusal(name);
      stored.set(name, { ...known, refusal: null });
    },
    async attempt(feature, call) {
      if (!features.isUsed(feature)) return ok(null);
      const result = await call();
      if (result.ok) {
        await features.noteWorking(feature);
        return result;
      }
      if (!refusals.includes(result.failure.code)) return result;
      await features.noteRefusal(feature, result.failure);
      return ok(null);
    },
  };
  return features;
}

/** What ops see of a portal's features, in the manifest's order. */
export async function readFeatures(
  { db, manifest, realClock = systemClock }: FeatureDependencies,
  portal: FeaturePortal,
): Promise<FeatureView[]> {
  const stored = await forPortal(db, portal.id).list();
  const required = new Set(manifest.scopes.required.map(({ feature }) => feature));
  return [...scopesByFeature(manifest)].map(([feature, members]) => {
    const scopes = members.map(({ name }) => name);
    const said = stored.find(({ name }) => name === feature) ?? null;
    const { state } = decideFeature({
      scopes,
      granted: portal.scopes,
      isOptIn: isOptIn(members),
      stored: said,
      now: realClock.now(),
    });
    const isRequired = required.has(feature);
    return {
      id: idOfFeature(feature),
      feature,
      scopes,
      reason: members.map(({ reason }) => reason).join(' '),
      state,
      message: describeFeature(state, said, { isRequired }),
      maySwitch: !isRequired,
      isOptIn: isOptIn(members),
    };
  });
}

function isOptIn(scopes: readonly ManifestScope[]): boolean {
  return scopes.some(({ asked }) => asked === 'whenSwitchedOn');
}

function scopesByFeature({ scopes }: Manifest) {
  return Map.groupBy([...scopes.required, ...scopes.optional], ({ feature }) => feature);
}
