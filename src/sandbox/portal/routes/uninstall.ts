import { answer } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { revokeEverything } from '../oauth/revoke.ts';

export const uninstallRoutes: readonly Route[] = [
  {
    method: 'delete',
    path: '/appinstalls/external-install',
    scopes: () => [],
    limit: 'rolling',
    answer({ portal }) {
      revokeEverything(portal.state);
      return answer(204);
    },
  },
];
