import type { SeedUser } from '../../seed.ts';
import { answer, invalid, refuse, type Answer } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import { instantText } from '../objects/instant-text.ts';
import type { PortalState } from '../state/portal-state.ts';

const scopes = () => ['crm.objects.owners.read'];
const mostPerPage = 500;

export const ownerRoutes: readonly Route[] = [
  { method: 'get', path: '/crm/owners', scopes, limit: 'rolling', answer: listOwners },
  { method: 'get', path: '/crm/owners/:ownerId', scopes, limit: 'rolling', answer: readOwner },
];

/** Deactivated people are listed only when asked for, and then alone. */
function listOwners({ portal: { state }, query }: Call): Answer {
  const limit = Number(query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostPerPage) return invalid(`Invalid limit: ${limit}`);
  const archived = query.get('archived') === 'true';
  const email = query.get('email');
  const listed = state.people
    .values()
    .filter((person) => person.archived === archived && (email === null || person.email === email));
  const after = query.get('after');
  const start = after === null ? 0 : listed.findIndex(({ ownerId }) => ownerId === after) + 1;
  const page = listed.slice(start, start + limit);
  const last = page.at(-1);
  return answer(200, {
    results: page.map((person) => showOwner(state, person)),
    ...(start + limit < listed.length && last && { paging: { next: { after: last.ownerId } } }),
  });
}

function readOwner({ portal: { state }, params, query }: Call): Answer {
  const id = params['ownerId'] ?? '';
  const archived = query.get('archived') === 'true';
  const byUserId = query.get('idProperty') === 'userId';
  const person = byUserId
    ? state.people.values().find(({ userId }) => String(userId) === id)
    : state.people.get(id);
  if (person?.archived === archived) return answer(200, showOwner(state, person));
  return refuse(404, {
    message: `Could not find owner with id: ${id}`,
    category: 'OBJECT_NOT_FOUND',
    context: { id: [id] },
  });
}

function showOwner(state: PortalState, person: SeedUser): object {
  const team = person.teamId === null ? undefined : state.teams.get(person.teamId);
  const createdAt = instantText(new Date(person.createdAt));
  return {
    id: person.ownerId,
    email: person.email,
    type: 'PERSON',
    firstName: person.firstName,
    lastName: person.lastName,
    userId: person.archived ? null : person.userId,
    userIdIncludingInactive: person.userId,
    createdAt,
    updatedAt: createdAt,
    archived: person.archived,
    ...(team && !person.archived && { teams: [{ id: team.id, name: team.name, primary: true }] }),
  };
}
