import { readWebhookEvents } from '../../src/hubspot/index.ts';

const common = { subscriptionId: 25, portalId: 62515, appId: 1160452, attemptNumber: 0 };
const propertyChange = {
  ...common,
  eventId: 3816279340,
  occurredAt: 1763856000123,
  subscriptionType: 'deal.propertyChange',
  objectId: 7891023,
  propertyName: 'dealstage',
  propertyValue: 'closedwon',
  changeSource: 'CRM_UI',
  sourceId: 'userId:123',
};

function eventsOf(member: unknown) {
  return readWebhookEvents([member])?.events;
}

it('reads a property change', () => {
  expect(readWebhookEvents([propertyChange])).toEqual({
    events: [
      {
        portalId: 62515,
        appId: 1160452,
        objectType: 'deal',
        objectId: '7891023',
        kind: 'changed',
        occurredAt: 1763856000123,
        propertyName: 'dealstage',
        propertyValue: 'closedwon',
        changeSource: 'CRM_UI',
        sourceId: 'userId:123',
      },
    ],
    ignored: 0,
  });
});

it.each([
  ['deal.creation', {}, 'deal', 'created'],
  ['deal.deletion', {}, 'deal', 'deleted'],
  ['deal.restore', {}, 'deal', 'restored'],
  ['object.propertyChange', { objectTypeId: '0-3' }, 'deal', 'changed'],
  ['object.creation', { objectTypeId: '0-2' }, 'company', 'created'],
  ['object.creation', { objectTypeId: '2-1234' }, '2-1234', 'created'],
])('reads %s of %j', (subscriptionType, further, objectType, kind) => {
  const member = { ...common, occurredAt: 1, objectId: 5, subscriptionType, ...further };
  expect(eventsOf(member)).toEqual([
    { portalId: 62515, appId: 1160452, objectType, objectId: '5', kind, occurredAt: 1 },
  ]);
});

it('reads an event whose type stands under its other name', () => {
  const { subscriptionType: eventType, ...rest } = propertyChange;
  expect(eventsOf({ ...rest, eventType })).toEqual(eventsOf(propertyChange));
});

it('makes of a merge an event for each record that took part', () => {
  const merge = {
    ...common,
    occurredAt: 1,
    subscriptionType: 'deal.merge',
    objectId: 9,
    primaryObjectId: 9,
    mergedObjectIds: [8, 7],
    newObjectId: 9,
    numberOfPropertiesMoved: 3,
  };
  expect(eventsOf(merge)?.map(({ objectId, kind }) => [objectId, kind])).toEqual([
    ['9', 'merged'],
    ['8', 'merged'],
    ['7', 'merged'],
  ]);
});

it('leaves out what it does not know, and keeps the rest of the delivery', () => {
  const association = {
    ...common,
    occurredAt: 1,
    subscriptionType: 'deal.associationChange',
    fromObjectId: 5,
    toObjectId: 301,
  };
  const members = [association, 'text', null, { ...propertyChange, portalId: '62515' }, propertyChange];
  const typeless = { ...common, occurredAt: 1, objectId: 5 };
  expect(readWebhookEvents([...members, typeless])).toMatchObject({
    events: [{ objectId: '7891023' }],
    ignored: 5,
  });
});

it.each([null, {}, 'text', 7])('is null for the body %j', (body) => {
  expect(readWebhookEvents(body)).toBeNull();
});
