import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { refreshTokens, type HubSpotFailure, type TokenSource } from '../hubspot/index.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { InstallDependencies } from './dependencies.ts';
import { forPortal as turnsOf } from './renewal/store.ts';
import { accessPurpose, refreshPurpose, sealTokens } from './seal-tokens.ts';
import { forPortal, type SealedTokens } from './store.ts';

/** Tokens live 30 minutes; renewing at four fifths keeps an expired one from ever being sent. */
const RENEW_BEFORE_MS = 6 * 60_000;
/** A process that dies while it renews holds the others up for so long, and only where the token in use has run out. */
const TURN_MS = 120_000;
const LOOK_AGAIN_MS = 100;

type Token = Result<string, HubSpotFailure>;

/**
 * A portal's access token from the store, renewed ahead of its end. All who ask at once share one renewal, in this process
 * and in all others: whoever has the turn renews, the rest go by the token that still holds, or wait for the new one.
 */
export function storedTokens(deps: InstallDependencies, portalId: number): TokenSource {
  const installs = forPortal(deps.db, portalId);
  const turns = turnsOf(deps.db, portalId);
  let renewal: Promise<Token> | null = null;

  const accessOf = (stored: SealedTokens) => deps.sealer.open(stored.access, accessPurpose(portalId));
  const leftOf = (stored: SealedTokens) => stored.expiresAt.getTime() - deps.clock.now().getTime();
  const isDone = (stored: SealedTokens, rejected: string | null) =>
    rejected === null ? leftOf(stored) >= RENEW_BEFORE_MS : accessOf(stored) !== rejected;

  const exchange = async (claimed: SealedTokens): Promise<Token> => {
    const refreshToken = deps.sealer.open(claimed.refresh, refreshPurpose(portalId));
    const renewed = await refreshTokens(deps.hubspot.app, refreshToken);
    if (renewed.ok) {
      const tokens = sealTokens(deps.sealer, portalId, renewed.value, deps.clock.now());
      if (await turns.replace(claimed, tokens)) return ok(renewed.value.accessToken);
    } else if (renewed.failure.code === 'grant_rejected') {
      await installs.disconnect(claimed);
    } else {
      return renewed;
    }
    // The portal may have been connected anew, or disconnected, meanwhile: what stands there now is right.
    const now = await installs.readTokens();
    if (now !== null && now.refresh !== claimed.refresh) return ok(accessOf(now));
    return renewed.ok ? err(disconnected) : renewed;
  };

  const renew = async (rejected: string | null): Promise<Token> => {
    const renewer = randomUUID();
    for (;;) {
      const stored = await installs.readTokens();
      if (stored === null) return err(disconnected);
      if (isDone(stored, rejected)) return ok(accessOf(stored));
      const claimed = await turns.claim(renewer, TURN_MS);
      if (claimed === null) {
        if (rejected === null && leftOf(stored) > RENEW_BEFORE_MS / 2) return ok(accessOf(stored));
        await sleep(LOOK_AGAIN_MS);
        continue;
      }
      try {
        // Read again with the turn: whoever had it last may have renewed.
        return isDone(claimed, rejected) ? ok(accessOf(claimed)) : await exchange(claimed);
      } finally {
        await turns.release(renewer);
      }
    }
  };

  const renewOnce = (rejected: string | null): Promise<Token> => {
    renewal ??= renew(rejected).finally(() => {
      renewal = null;
    });
    return renewal;
  };

  return {
    async accessToken() {
      const stored = await installs.readTokens();
      if (stored === null) return err(disconnected);
      return isDone(stored, null) ? ok(accessOf(stored)) : renewOnce(null);
    },
    async refresh(rejected) {
      const running = await renewal;
      // A renewal that ended meanwhile may have been one for another reason, and have found nothing to do.
      return running?.ok && running.value !== rejected ? running : renewOnce(rejected);
    },
  };
}

const disconnected: HubSpotFailure = {
  code: 'grant_rejected',
  status: null,
  message: 'Sideline is not connected to this portal.',
};
