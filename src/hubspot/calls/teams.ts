import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { list, page } from '../schemas/page.ts';
import { team, teamParent } from '../schemas/team.ts';
import type { TeamParent } from '../schemas/team.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { collectPages, listPages } from './list-pages.ts';

/** Lists the teams and their members. Scope `settings.users.teams.read`. */
export function listTeams(session: PortalSession) {
  const path = `/settings/users/${apiVersion.users}/teams`;
  return session.call({ method: 'GET', path, repeatable: true, reply: list(team) });
}

/**
 * Lists which team stands under which. Only a beta of HubSpot's says so: where the portal does not have it the answer
 * is `unavailable`, and the hierarchy is for ops to draw. Scope `settings.users.teams.read`.
 */
export async function listTeamParents(
  session: PortalSession,
): Promise<Result<readonly TeamParent[] | 'unavailable', HubSpotFailure>> {
  const parents = await collectPages(
    listPages((after) =>
      session.call({
        method: 'GET',
        path: `/settings/teams/${apiVersion.teamHierarchy}`,
        query: { limit: '100', ...(after !== null && { after }) },
        repeatable: true,
        reply: page(teamParent),
      }),
    ),
  );
  if (!parents.ok && ['forbidden', 'missing_scopes', 'not_found'].includes(parents.failure.code)) {
    return ok('unavailable');
  }
  return parents;
}
