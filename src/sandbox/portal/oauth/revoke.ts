import type { PortalState } from '../state/portal-state.ts';

/** Ends one install. Access tokens already given out live on to the end of their half hour. */
export function revokeInstallation(state: PortalState, refreshToken: string): void {
  state.installations.remove(refreshToken);
}

/** What uninstalling the app leaves: nothing that it could call with. */
export function revokeEverything(state: PortalState): void {
  for (const { refreshToken } of state.installations.values()) state.installations.remove(refreshToken);
  for (const { token } of state.accessTokens.values()) state.accessTokens.remove(token);
}
