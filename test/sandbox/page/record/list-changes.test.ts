import { listChanges } from '../../../../src/sandbox/page/record/list-changes.ts';
import { inventedDeals, recordOf, type InventedRecord } from '../invented-portal.ts';

const deal: InventedRecord = inventedDeals()[1]!;
const at = new Date('2026-11-24T09:00:00Z');
const after = (properties: Record<string, string | null>) =>
  listChanges(recordOf(deal), recordOf({ ...deal, properties: { ...deal.properties, ...properties } }), at);

test('names what changed as people read it', () => {
  expect(after({ amount: '18000', hs_next_step: 'Call Jo' })).toEqual([
    {
      name: 'amount',
      label: 'Amount',
      group: 'dealinformation',
      before: '13,200 EUR',
      after: '18,000 EUR',
      at,
    },
    { name: 'hs_next_step', label: 'Next step', group: 'dealinformation', before: '–', after: 'Call Jo', at },
  ]);
});

test('is silent where what people read stays the same', () => {
  expect(after({ closedate: '2026-12-07T09:30:00Z' })).toEqual([]);
});
