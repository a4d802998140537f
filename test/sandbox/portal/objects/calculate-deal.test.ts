import { calculateDeal } from '../../../../src/sandbox/portal/objects/calculate-deal.ts';
import type { DealFacts } from '../../../../src/sandbox/portal/objects/deal-facts.ts';
import { blankRecord, reviseRecord } from '../../../../src/sandbox/portal/objects/revise-record.ts';
import type { StoredRecord } from '../../../../src/sandbox/portal/objects/stored-record.ts';

const probabilities: Record<string, string> = { open: '0.2', late: '0.9', won: '1.0', lost: '0.0' };
const facts: DealFacts = {
  companyCurrency: 'EUR',
  probability: (_pipeline, stage) => probabilities[stage ?? ''] ?? null,
  rate: (currency, at) => (currency === 'EUR' ? '1.0' : at < '2026-11' ? '0.9' : '0.8'),
  primaryTeam: (owner) => (owner === '1' ? 'T' : null),
  splitOwners: () => [],
};
const source = { sourceType: 'IMPORT', sourceId: 's', sourceLabel: 's', updatedByUserId: null } as const;

/** Lives through writes, each at its own day of 2026. */
function live(writes: readonly (readonly [day: string, values: Record<string, string>])[]): StoredRecord {
  let deal: StoredRecord | null = null;
  for (const [day, values] of writes) {
    const at = `2026-${day}T00:00:00Z`;
    const revised = reviseRecord({ record: deal ?? blankRecord('5', at), values, source, at });
    deal = { ...revised, calculated: calculateDeal({ deal: revised, before: deal, at, facts }) };
  }
  if (!deal) throw new Error('nothing was written');
  return deal;
}

const calculated = (writes: Parameters<typeof live>[0]) => live(writes).calculated;

test('an open deal: weighted, not closed', () => {
  expect(calculated([['10-01', { dealstage: 'open', amount: '1500.00' }]])).toMatchObject({
    hs_is_closed: 'false',
    hs_is_closed_won: 'false',
    hs_is_closed_lost: 'false',
    hs_deal_stage_probability: '0.2',
    amount_in_home_currency: '1500',
    hs_projected_amount: '300',
    hs_forecast_amount: '1500',
    hs_closed_amount: '0',
    hs_open_amount_in_home_currency: '1500',
  });
});

test('a won deal: closed amount, won date', () => {
  expect(
    calculated([
      ['10-01', { dealstage: 'open', amount: '1500', createdate: '2026-10-01T00:00:00Z' }],
      ['10-11', { dealstage: 'won', closedate: '2026-10-11T00:00:00Z' }],
    ]),
  ).toMatchObject({
    hs_is_closed: 'true',
    hs_is_closed_won: 'true',
    hs_closed_amount: '1500',
    hs_open_amount_in_home_currency: '0',
    hs_closed_won_date: '2026-10-11T00:00:00Z',
    days_to_close: '10',
  });
});

test('a lost deal is closed and brings nothing', () => {
  expect(calculated([['10-01', { dealstage: 'lost', amount: '1500' }]])).toMatchObject({
    hs_is_closed: 'true',
    hs_is_closed_lost: 'true',
    hs_closed_amount: '0',
    hs_closed_won_date: '',
  });
});

test('an empty amount is not zero', () => {
  expect(calculated([['10-01', { dealstage: 'open' }]])).toMatchObject({
    amount_in_home_currency: '',
    hs_projected_amount: '',
    hs_forecast_amount: '',
  });
});

test('the exchange rate stays as stamped at creation, is stamped again at closing, and then stays', () => {
  const created = ['10-01', { dealstage: 'open', amount: '1000', deal_currency_code: 'USD' }] as const;
  const raised = ['11-05', { amount: '2000' }] as const;
  const won = ['11-10', { dealstage: 'won' }] as const;
  const rates = [[created], [created, raised], [created, raised, won]].map((writes) => calculated(writes));
  expect(rates.map((values) => values['hs_exchange_rate'])).toEqual(['0.9', '0.9', '0.8']);
  expect(rates.map((values) => values['amount_in_home_currency'])).toEqual(['900', '1800', '1600']);
});

test('a changed currency is stamped anew', () => {
  expect(
    calculated([
      ['10-01', { dealstage: 'open', amount: '1000', deal_currency_code: 'EUR' }],
      ['11-05', { deal_currency_code: 'USD' }],
    ]),
  ).toMatchObject({ hs_exchange_rate: '0.8', amount_in_home_currency: '800' });
});

test('stages are stamped as they are entered and left; coming back clears when it was left', () => {
  expect(
    calculated([
      ['10-01', { dealstage: 'open' }],
      ['10-05', { dealstage: 'late' }],
      ['10-09', { dealstage: 'open' }],
    ]),
  ).toMatchObject({
    hs_v2_date_entered_open: '2026-10-09T00:00:00Z',
    hs_v2_date_exited_open: '',
    hs_v2_date_entered_late: '2026-10-05T00:00:00Z',
    hs_v2_date_exited_late: '2026-10-09T00:00:00Z',
    hs_v2_date_entered_current_stage: '2026-10-09T00:00:00Z',
  });
});

test('a reopened deal is open again in every respect', () => {
  expect(
    calculated([
      ['10-01', { dealstage: 'won', amount: '10' }],
      ['10-05', { dealstage: 'late' }],
    ]),
  ).toMatchObject({ hs_is_closed: 'false', hs_closed_won_date: '', hs_closed_amount: '0' });
});

test("the owner's team and the day of the assignment follow the owner", () => {
  const writes = [
    ['10-01', { dealstage: 'open', hubspot_owner_id: '1' }],
    ['10-05', { amount: '1' }],
    ['10-07', { hubspot_owner_id: '2' }],
  ] as const;
  expect(calculated(writes.slice(0, 2))).toMatchObject({
    hubspot_team_id: 'T',
    hubspot_owner_assigneddate: '2026-10-01T00:00:00Z',
  });
  expect(calculated(writes)).toMatchObject({
    hubspot_team_id: '',
    hubspot_owner_assigneddate: '2026-10-07T00:00:00Z',
    hs_all_owner_ids: '2',
  });
});

test('amounts are multiplied exactly', () => {
  expect(
    calculated([['10-01', { dealstage: 'open', amount: '0.1', deal_currency_code: 'USD' }]]),
  ).toMatchObject({
    amount_in_home_currency: '0.09',
    hs_projected_amount: '0.02',
  });
});
