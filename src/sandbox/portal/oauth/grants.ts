/** Times are milliseconds of the real clock. */
export interface AuthorizationCode {
  readonly code: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly userId: number;
  readonly codeChallenge: string | null;
  readonly expiresAt: number;
}

export interface AccessGrant {
  readonly token: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  readonly userId: number;
  readonly expiresAt: number;
}

/** One install of the app; it lives until it is revoked or the app is uninstalled. */
export interface Installation {
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  readonly userId: number;
}

export const accessTokenLifetimeSeconds = 1_800;
export const codeLifetimeMilliseconds = 120_000;
