import * as z from 'zod';
import { revokeEverything } from '../oauth/revoke.ts';
import { action } from './action.ts';

const nothing = z.strictObject({}).prefault({});

/** Every access token has run out; a refresh brings a new one. */
export const expireTokens = action(nothing, ({ state, realClock }) => {
  const expiresAt = realClock.now().getTime() - 1;
  for (const grant of state.accessTokens.values())
    state.accessTokens.put(grant.token, { ...grant, expiresAt });
});

/** Every access token is unknown; a refresh brings a new one. */
export const revokeTokens = action(nothing, ({ state }) => {
  for (const { token } of state.accessTokens.values()) state.accessTokens.remove(token);
});

/** Somebody uninstalls the app: no token works, a refresh fails for good, and nobody tells the app. */
export const uninstall = action(nothing, ({ state }) => revokeEverything(state));

/** Scopes are taken away: tokens, also those of later refreshes, lack them. */
export const withdrawScopes = action(
  z.strictObject({ scopes: z.array(z.string()).min(1) }),
  ({ state }, { scopes }) => {
    const left = (granted: readonly string[]) => granted.filter((scope) => !scopes.includes(scope));
    for (const install of state.installations.values()) {
      state.installations.put(install.refreshToken, { ...install, scopes: left(install.scopes) });
    }
    for (const grant of state.accessTokens.values()) {
      state.accessTokens.put(grant.token, { ...grant, scopes: left(grant.scopes) });
    }
  },
);

/** From now on search lags so much, in milliseconds; between two bounds, changes overtake each other. */
export const setSearchLag = action(
  z.strictObject({
    lag: z.union([z.number().min(0), z.strictObject({ least: z.number().min(0), most: z.number().min(0) })]),
  }),
  ({ searchIndex }, { lag }) => searchIndex.setLag(lag),
);
