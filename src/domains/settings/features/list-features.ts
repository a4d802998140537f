import type { FeaturesView } from '../../../contract/index.ts';
import type { FeatureView } from '../../../install/index.ts';

type Feature = FeaturesView['features'][number];

export interface ScopeFacts {
  readonly name: string;
  readonly reason: string;
}

/** Each feature with the scopes that it needs, whether they are granted, and where to grant what is missing. */
export function listFeatures({
  features,
  scopes,
  granted,
  grantUrl,
}: {
  readonly features: readonly FeatureView[];
  /** Of the manifest. */
  readonly scopes: readonly ScopeFacts[];
  readonly granted: readonly string[];
  readonly grantUrl: string;
}): Feature[] {
  const reasons = new Map(scopes.map(({ name, reason }) => [name, reason]));
  return features.map((feature) => {
    const own = feature.scopes.map((name) => ({ name, isGranted: granted.includes(name) }));
    return {
      id: feature.id,
      title: feature.feature,
      state: feature.state === 'notGranted' ? 'needsScopes' : feature.state,
      reasons: feature.scopes.flatMap((name) => reasons.get(name) ?? []),
      scopes: own,
      nextStep: feature.state === 'on' ? null : feature.message,
      grantUrl: feature.state === 'off' || own.every(({ isGranted }) => isGranted) ? null : grantUrl,
      maySwitch: feature.maySwitch,
    };
  });
}
