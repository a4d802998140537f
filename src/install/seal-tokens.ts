import type { Sealer } from './seal.ts';
import type { SealedTokens } from './store.ts';

export interface PlainTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInMs: number;
}

export const accessPurpose = (portalId: number): string => `portal:${String(portalId)}:access`;
export const refreshPurpose = (portalId: number): string => `portal:${String(portalId)}:refresh`;

/** Seals a token answer for the store; `at` is when HubSpot gave it. */
export function sealTokens(sealer: Sealer, portalId: number, tokens: PlainTokens, at: Date): SealedTokens {
  return {
    access: sealer.seal(tokens.accessToken, accessPurpose(portalId)),
    refresh: sealer.seal(tokens.refreshToken, refreshPurpose(portalId)),
    expiresAt: new Date(at.getTime() + tokens.expiresInMs),
  };
}
