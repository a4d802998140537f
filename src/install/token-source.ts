import { refreshTokens, type HubSpotFailure, type TokenSource } from '../hubspot/index.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { InstallDependencies } from './dependencies.ts';
import { accessPurpose, refreshPurpose, sealTokens } from './seal-tokens.ts';
import { forPortal } from './store.ts';

/** Tokens live 30 minutes; renewing at four fifths keeps an expired one from ever being sent. */
const RENEW_BEFORE_MS = 6 * 60_000;

type Token = Result<string, HubSpotFailure>;

/** A portal's access token from the store, renewed ahead of its end; callers at the same time share one renewal. */
export function storedTokens(deps: InstallDependencies, portalId: number): TokenSource {
  const installs = forPortal(deps.db, portalId);
  let renewal: Promise<Token> | null = null;

  const renew = async (): Promise<Token> => {
    const stored = await installs.readTokens();
    if (!stored) return err(disconnected);
    const refreshToken = deps.sealer.open(stored.refresh, refreshPurpose(portalId));
    const renewed = await refreshTokens(deps.hubspot.app, refreshToken);
    if (!renewed.ok) {
      if (renewed.failure.code === 'grant_rejected') await installs.disconnect(stored);
      return renewed;
    }
    await installs.saveTokens(sealTokens(deps.sealer, portalId, renewed.value, deps.clock.now()));
    return ok(renewed.value.accessToken);
  };
  const renewOnce = (): Promise<Token> => {
    renewal ??= renew().finally(() => {
      renewal = null;
    });
    return renewal;
  };

  return {
    async accessToken() {
      const stored = await installs.readTokens();
      if (!stored) return err(disconnected);
      if (stored.expiresAt.getTime() - deps.clock.now().getTime() < RENEW_BEFORE_MS) return renewOnce();
      return ok(deps.sealer.open(stored.access, accessPurpose(portalId)));
    },
    async refresh(rejected) {
      const stored = await installs.readTokens();
      if (!stored) return err(disconnected);
      const current = deps.sealer.open(stored.access, accessPurpose(portalId));
      return current === rejected ? renewOnce() : ok(current);
    },
  };
}

const disconnected: HubSpotFailure = {
  code: 'grant_rejected',
  status: null,
  message: 'Sideline is not connected to this portal.',
};
