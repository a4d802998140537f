import { arrangeGroups } from '../../../../src/sandbox/page/record/arrange-groups.ts';
import { inventedDeals, recordOf } from '../invented-portal.ts';

const record = recordOf(inventedDeals()[0]!);

test('puts what matters first, then the app’s group, then the others behind their headings', () => {
  expect(arrangeGroups(record).map(({ name, open }) => [name, open])).toEqual([
    ['about', true],
    ['sideline', true],
    ['dealinformation', false],
  ]);
  expect(arrangeGroups(record)[0]!.properties.map(({ name }) => name)).toEqual([
    'amount',
    'closedate',
    'dealstage',
    'hubspot_owner_id',
    'hs_next_step',
  ]);
});

test('shows each property exactly once', () => {
  const names = (groups: typeof record.groups) =>
    groups.flatMap(({ properties }) => properties.map(({ name }) => name)).toSorted();
  expect(names(arrangeGroups(record))).toEqual(names(record.groups));
});
