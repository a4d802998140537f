import type { Manifest } from '../../manifest/index.ts';
import { idOfFeature } from './feature-names.ts';
import type { FeatureView } from './open-features.ts';

const parameter = 'feature';

/**
 * Where ops grant what the portal's features need. Of those that are asked for only when switched on the address names the
 * ones that are: an install asks anew for everything, and what it does not ask for would be lost.
 */
export function grantUrl(publicUrl: string, features: readonly FeatureView[]): string {
  const asked = features
    .filter(({ isOptIn, state }) => isOptIn && state !== 'off')
    .map(({ id }) => `${parameter}=${id}`);
  return [`${publicUrl}/oauth/install`, ...(asked.length > 0 ? [asked.join('&')] : [])].join('?');
}

/** The ids of features that such an address names; nobody but the manifest says what they ask for. */
export function namedFeatures(query: Readonly<Record<string, unknown>>): readonly string[] {
  return [query[parameter]].flat().filter((id) => typeof id === 'string');
}

/** The optional scopes that an install asks for. */
export function optionalScopes({ scopes }: Manifest, featureIds: readonly string[]): readonly string[] {
  return scopes.optional
    .filter(({ asked, feature }) => asked === undefined || featureIds.includes(idOfFeature(feature)))
    .map(({ name }) => name);
}
