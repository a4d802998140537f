import type { SeedUser } from '../../seed.ts';
import { answer, notFound, type Answer } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import type { PortalState } from '../state/portal-state.ts';

const userScopes = () => ['settings.users.read', 'crm.objects.users.read'];
const teamScopes = () => ['settings.users.teams.read'];

export const provisioningRoutes: readonly Route[] = [
  { method: 'get', path: '/settings/users', scopes: userScopes, limit: 'rolling', answer: listUsers },
  { method: 'get', path: '/settings/users/teams', scopes: teamScopes, limit: 'rolling', answer: listTeams },
  { method: 'get', path: '/settings/users/:userId', scopes: userScopes, limit: 'rolling', answer: readUser },
  { method: 'get', path: '/settings/teams', scopes: teamScopes, limit: 'rolling', answer: listTeamTree },
];

function activePeople(state: PortalState): readonly SeedUser[] {
  return state.people.values().filter(({ archived }) => !archived);
}

function listUsers({ portal: { state }, query }: Call): Answer {
  return answer(200, pageOf(activePeople(state).map(showUser), query));
}

function readUser({ portal: { state }, params, query }: Call): Answer {
  const id = params['userId'] ?? '';
  const byEmail = query.get('idProperty') === 'EMAIL';
  const person = activePeople(state).find(({ userId, email }) => (byEmail ? email : String(userId)) === id);
  return person ? answer(200, showUser(person)) : notFound;
}

function showUser(person: SeedUser) {
  return {
    id: String(person.userId),
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    roleIds: [],
    ...(person.teamId !== null && { primaryTeamId: person.teamId }),
    secondaryTeamIds: [],
    superAdmin: person.superAdmin,
  };
}

/** Teams with their members, but without their parents: this version of the API does not tell them. */
function listTeams({ portal: { state } }: Call): Answer {
  const people = activePeople(state);
  return answer(200, {
    results: state.teams.values().map(({ id, name }) => ({
      id,
      name,
      userIds: people.filter(({ teamId }) => teamId === id).map(({ userId }) => String(userId)),
      secondaryUserIds: [],
    })),
  });
}

function listTeamTree({ portal: { state }, query }: Call): Answer {
  const teams = state.teams.values().map(({ id, name, parentTeamId }) => ({
    id,
    name,
    ...(parentTeamId !== null && { parentTeamId }),
  }));
  return answer(200, pageOf(teams, query));
}

function pageOf(entries: readonly { readonly id: string }[], query: URLSearchParams): object {
  const limit = Math.min(100, Number(query.get('limit') ?? 100) || 100);
  const after = query.get('after');
  const start = after === null ? 0 : entries.findIndex(({ id }) => id === after) + 1;
  const results = entries.slice(start, start + limit);
  const last = results.at(-1);
  return { results, ...(start + limit < entries.length && last && { paging: { next: { after: last.id } } }) };
}
