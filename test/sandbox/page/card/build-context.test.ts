import { buildContext } from '../../../../src/sandbox/page/card/build-context.ts';
import { inventedSession } from '../invented-portal.ts';

const card = {
  uid: 'c',
  name: 'Sideline quota',
  location: 'crm.record.sidebar',
  objectTypes: ['deals', 'contacts'],
  bundle: '/cards/c.js',
} as const;
const session = { ...inventedSession, cards: [card] };
const deal = { kind: 'deals', id: '301002' } as const;
const viewer = (name: string) => session.people.find((person) => person.name === name)!;

test('is what HubSpot hands to a card on a deal', () => {
  expect(buildContext(session, card, viewer('Eline de Vries'), deal)).toEqual({
    location: 'crm.record.sidebar',
    user: {
      id: 506,
      email: 'eline.de.vries@nordwind.example',
      emails: ['eline.de.vries@nordwind.example'],
      firstName: 'Eline',
      lastName: 'de Vries',
      locale: 'en-gb',
      language: 'en',
      roles: [],
      teams: [{ id: 2, name: 'North', teammates: [505, 506, 507] }],
      permissions: [],
    },
    portal: { id: 4711, timezone: 'Europe/Berlin' },
    variables: { API_ORIGIN: 'https://sideline.example' },
    crm: { objectId: 301002, objectTypeId: '0-3' },
    extension: { appId: 77, appName: 'Sideline', cardTitle: 'Sideline quota' },
  });
});

test('tells a contact from a deal by its type', () => {
  const contact = { kind: 'contacts', id: '7210' } as const;
  const { crm } = buildContext(session, card, viewer('Eline de Vries'), contact);
  expect(crm).toEqual({ objectId: 7210, objectTypeId: '0-1' });
});

test('names no record to a page of the app', () => {
  const page = { location: 'settings', name: 'Sideline settings' } as const;
  const context = buildContext(session, page, viewer('Eline de Vries'), null);
  expect(context).toMatchObject({ location: 'settings', user: { id: 506 } });
  expect(context).not.toHaveProperty('crm');
});

test('gives a super admin the permission to manage integrations, and no team to who has none', () => {
  expect(buildContext(session, card, viewer('Sofia Berg'), deal).user).toMatchObject({
    teams: [],
    permissions: ['integrations-management-write'],
  });
});
