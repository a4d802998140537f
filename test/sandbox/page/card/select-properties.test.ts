import { selectProperties } from '../../../../src/sandbox/page/card/select-properties.ts';
import { inventedDeals, recordOf } from '../invented-portal.ts';

const record = recordOf(inventedDeals()[1]!);

test('gives the API’s strings, and null for what is empty or unknown', () => {
  expect(selectProperties(record, ['amount', 'description', 'no_such_thing'], [])).toEqual({
    amount: '13200',
    description: null,
    no_such_thing: null,
  });
});

test('formats what it is asked to format', () => {
  const names = ['amount', 'dealstage', 'description'];
  expect(selectProperties(record, names, ['amount'])).toMatchObject({
    amount: '13,200 EUR',
    dealstage: 'negotiation',
  });
  expect(selectProperties(record, names, 'all')).toEqual({
    amount: '13,200 EUR',
    dealstage: 'Negotiation',
    description: null,
  });
});

test('gives every property for a star', () => {
  expect(selectProperties(record, '*', [])).toEqual(record.properties);
});
