import { randomBytes } from 'node:crypto';
import { authorizeUrl } from '../hubspot/index.ts';
import { optionalScopes } from './features/ask-for-scopes.ts';
import type { InstallDependencies } from './dependencies.ts';
import { saveOauthState } from './store.ts';

/**
 * Begins an install: remembers a one-time state with its PKCE secret and says where to send the admin.
 * `featureIds` are the features that are asked for beside those that every install asks for. The state also goes into the browser's cookie, so that nobody can be made to finish somebody else's install.
 */
export async function startInstall(
  deps: InstallDependencies,
  featureIds: readonly string[] = [],
): Promise<{ location: string; state: string }> {
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  await saveOauthState(deps.db, {
    state,
    sealedVerifier: deps.sealer.seal(verifier, `oauth-state:${state}`),
    createdAt: deps.clock.now(),
  });
  const location = authorizeUrl({
    origin: deps.authorizeOrigin,
    clientId: deps.hubspot.app.clientId,
    redirectUri: redirectUri(deps),
    scopes: deps.manifest.scopes.required.map((scope) => scope.name),
    optionalScopes: optionalScopes(deps.manifest, featureIds),
    state,
    codeVerifier: verifier,
  });
  return { location, state };
}

export const redirectUri = ({ publicUrl, manifest }: InstallDependencies): string =>
  `${publicUrl}${manifest.redirectPath}`;
