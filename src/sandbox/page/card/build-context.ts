import type { Person, RecordKey, Session } from '../portal-types.ts';
import type { CardContext } from './worker-protocol.ts';

/** HubSpot's numbers in `objectTypeId`. */
const TYPE_IDS = { deals: '0-3', contacts: '0-1' } as const;

/** The context that HubSpot would hand to a card on the record, or to a page of the app, seen by `viewer`. */
export function buildContext(
  session: Session,
  surface: { readonly location: CardContext['location']; readonly name: string },
  viewer: Person,
  record: RecordKey | null,
): CardContext {
  const [firstName = '', ...rest] = viewer.name.split(' ');
  return {
    location: surface.location,
    user: {
      id: viewer.userId,
      email: viewer.email,
      emails: [viewer.email],
      firstName,
      lastName: rest.join(' '),
      locale: 'en-gb',
      language: 'en',
      roles: [],
      teams: teamOf(session, viewer),
      permissions: viewer.superAdmin ? ['integrations-management-write'] : [],
    },
    portal: { id: session.account.portalId, timezone: session.account.timeZone },
    variables: session.variables,
    ...(record !== null && { crm: { objectId: Number(record.id), objectTypeId: TYPE_IDS[record.kind] } }),
    extension: { appId: session.appId, appName: 'Sideline', cardTitle: surface.name },
  };
}

/** The portal gives teams by name only: a team's id here is its place among the names. */
function teamOf(session: Session, viewer: Person): CardContext['user']['teams'] {
  if (viewer.teamName === null) return [];
  const names = [...new Set(session.people.map((person) => person.teamName))];
  const mates = session.people.filter((person) => person.teamName === viewer.teamName);
  return [
    {
      id: names.indexOf(viewer.teamName) + 1,
      name: viewer.teamName,
      teammates: mates.map((person) => person.userId),
    },
  ];
}
