import { exchangeCode, introspectToken, readAccount } from '../hubspot/index.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { InstallDependencies } from './dependencies.ts';
import { forPortal as featuresOf } from './features/store.ts';
import { forPortal as choicesOf } from './properties/choices/store.ts';
import { forPortal as conflictsOf } from './properties/store.ts';
import { provisionProperties } from './provision-properties.ts';
import { sealTokens } from './seal-tokens.ts';
import { redirectUri } from './start-install.ts';
import { forPortal, takeOauthState } from './store.ts';

const STATE_MINUTES = 10;

export interface FinishedInstall {
  readonly portalId: number;
  /** What was connected but does not work, in HubSpot's words: it switches off that part only. */
  readonly warning: string | null;
}

export interface InstallAnswer {
  readonly code: string;
  /** Null for an install that was begun on the marketplace's page instead of with us. */
  readonly state: string | null;
}

/** Why an install cannot be finished, in words for the admin who stands before it. */
export interface InstallRefusal {
  readonly message: string;
}

/**
 * Finishes an install: its proof is used up, the code becomes tokens, introspection says who connected which portal and
 * what was granted, and the portal with its sealed tokens is stored in one transaction. Doing it again for a
 * connected portal renews tokens and scopes and keeps everything else.
 */
export async function finishInstall(
  deps: InstallDependencies,
  answer: InstallAnswer,
): Promise<Result<FinishedInstall, InstallRefusal>> {
  const proof = await takeProof(deps, answer.state);
  if (!proof.ok) return proof;
  const { app } = deps.hubspot;
  const tokens = await exchangeCode(app, {
    code: answer.code,
    redirectUri: redirectUri(deps),
    codeVerifier: proof.value,
  });
  if (!tokens.ok) return err({ message: `HubSpot did not accept the install: ${tokens.failure.message}` });
  const grant = await introspectToken(app, tokens.value.accessToken);
  if (!grant.ok || !grant.value?.userId)
    return err({ message: 'HubSpot does not know the token it just gave.' });
  const { portalId, userId, scopes, appId } = grant.value;
  if (appId !== deps.appId) return err({ message: 'The token belongs to another app.' });

  const session = deps.hubspot.forPortal(portalId, fixedToken(tokens.value.accessToken));
  const account = await readAccount(session);
  if (!account.ok) return err({ message: `HubSpot did not show the account: ${account.failure.message}` });
  await forPortal(deps.db, portalId).connect(
    {
      name: account.value.portalName ?? grant.value.portalDomain ?? `Portal ${String(portalId)}`,
      timeZone: account.value.timeZone,
      companyCurrency: account.value.companyCurrency,
      installedBy: userId,
      scopes,
    },
    sealTokens(deps.sealer, portalId, tokens.value, deps.clock.now()),
    deps.clock.now(),
  );
  await featuresOf(deps.db, portalId).forgetRefusals();
  const provisioned = await provisionProperties(
    session,
    deps.manifest,
    scopes,
    await choicesOf(deps.db, portalId).list(),
  );
  if (provisioned.ok) await conflictsOf(deps.db, portalId).replace(provisioned.value.conflicts);
  const warning = provisioned.ok
    ? null
    : `HubSpot refused Sideline's properties, so no numbers are written to your deals: ${provisioned.failure.message}`;
  return ok({ portalId, warning });
}

/** The PKCE secret of an install that was begun with us; an install that the marketplace began has none. */
async function takeProof(
  deps: InstallDependencies,
  state: string | null,
): Promise<Result<string | null, InstallRefusal>> {
  if (state === null) return ok(null);
  const notBefore = new Date(deps.clock.now().getTime() - STATE_MINUTES * 60_000);
  const taken = await takeOauthState(deps.db, state, notBefore);
  if (!taken)
    return err({ message: 'This install link was used already or is older than ten minutes. Start again.' });
  return ok(deps.sealer.open(taken.sealedVerifier, `oauth-state:${state}`));
}

/** For the minutes of the install itself, before the stored tokens take over. */
function fixedToken(accessToken: string) {
  return {
    accessToken: () => Promise.resolve(ok(accessToken)),
    refresh: () => Promise.resolve(ok(accessToken)),
  };
}
