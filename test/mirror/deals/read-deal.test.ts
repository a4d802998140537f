import { dealProperties } from '../../../src/mirror/deals/deal-properties.ts';
import { readDeal } from '../../../src/mirror/deals/read-deal.ts';

const setting = {
  companyCurrency: 'EUR',
  stages: [
    { id: 'proposal', isWon: false },
    { id: 'negotiation', isWon: false },
    { id: 'won', isWon: true },
    { id: 'renewed', isWon: true },
    { id: 'lost', isWon: false },
  ],
  ownNames: ['sideline_quota', 'sideline_basis', 'sideline_period'],
  rates: new Map([
    ['CHF', '1.05'],
    ['GBP', '1.25'],
  ]),
};

const properties = {
  dealname: 'Acme',
  amount: '24000',
  deal_currency_code: 'EUR',
  closedate: '2026-12-15T11:00:00Z',
  createdate: '2026-10-05T09:00:00.123Z',
  dealstage: 'negotiation',
  pipeline: 'default',
  hubspot_owner_id: '201',
  hs_is_closed: 'false',
  hs_is_closed_won: 'false',
  hs_lastmodifieddate: '2026-11-01T09:00:00Z',
  hs_v2_date_entered_negotiation: '2026-10-20T09:00:00Z',
  hs_v2_date_entered_proposal: '2026-10-05T09:00:00.123Z',
};
const read = (change: Readonly<Record<string, string | null>> = {}) =>
  readDeal(
    {
      id: '9007199254740993',
      createdAt: '2026-10-05T09:00:00.123Z',
      updatedAt: '2026-11-02T09:00:00Z',
      properties: { ...properties, ...change },
    },
    setting,
  );

test("HubSpot's strings are read once and exactly", () => {
  expect(read()).toEqual({
    id: '9007199254740993',
    name: 'Acme',
    pipelineId: 'default',
    stageId: 'negotiation',
    ownerId: '201',
    amount: '24000',
    currency: 'EUR',
    exchangeRate: null,
    homeMinor: 2_400_000,
    closeAt: new Date('2026-12-15T11:00:00Z'),
    createdAt: new Date('2026-10-05T09:00:00.123Z'),
    modifiedAt: new Date('2026-11-01T09:00:00Z'),
    isClosed: false,
    isWon: false,
    isSplit: false,
    forecastCategory: null,
    stageEnteredAt: new Date('2026-10-20T09:00:00Z'),
    wonEnteredAt: null,
    wonExitedAt: null,
    lastActivityAt: null,
    nextActivityAt: null,
    hasNextStep: false,
    stageEntries: [
      { stageId: 'proposal', enteredAt: '2026-10-05T09:00:00.123Z' },
      { stageId: 'negotiation', enteredAt: '2026-10-20T09:00:00.000Z' },
    ],
    known: {},
  });
});

test('null, the empty string and a value that is not there say the same', () => {
  const names = Object.keys(properties);
  const absent = Object.fromEntries(names.map((name) => [name, null]));
  const cleared = Object.fromEntries(names.map((name) => [name, '']));
  const bare = readDeal(
    { id: '1', createdAt: '2026-10-05T09:00:00Z', updatedAt: '2026-11-02T09:00:00Z', properties: {} },
    setting,
  );
  expect({ ...read(absent), id: '1', createdAt: bare.createdAt, name: bare.name }).toEqual(bare);
  expect(read(absent)).toEqual(read(cleared));
  expect(bare).toMatchObject({
    name: 'Deal 1',
    stageId: '',
    ownerId: null,
    amount: null,
    homeMinor: null,
    currency: 'EUR',
    closeAt: null,
    createdAt: new Date('2026-10-05T09:00:00Z'),
    modifiedAt: new Date('2026-11-02T09:00:00Z'),
    stageEnteredAt: null,
  });
});

test.each([
  ['its own currency is the company currency', { amount: '0' }, 0],
  ['cents are exact', { amount: '0.29' }, 29],
  ['more decimals than the currency has are rounded', { amount: '1234.5650' }, 123_457],
  ['a credit note', { amount: '-12.345' }, -1_235],
  ['without a currency it is in the company currency', { deal_currency_code: null }, 2_400_000],
  ['the stamped rate counts', { deal_currency_code: 'USD', hs_exchange_rate: '0.915' }, 2_196_000],
  [
    "before HubSpot's own conversion",
    { deal_currency_code: 'USD', hs_exchange_rate: '0.5', amount_in_home_currency: '99' },
    1_200_000,
  ],
  [
    'which counts where there is no rate',
    { deal_currency_code: 'USD', amount_in_home_currency: '12345.678' },
    1_234_568,
  ],
  ['nothing can be said without any', { deal_currency_code: 'USD' }, null],
  ['a currency without minor units', { deal_currency_code: 'JPY', hs_exchange_rate: '0.0061' }, 14_640],
  ['an amount beyond exact integers is no amount', { amount: '123456789012345678' }, null],
  [
    'nor is one that the rate takes there',
    { deal_currency_code: 'USD', amount: '90000000000000', hs_exchange_rate: '1000' },
    null,
  ],
])('the amount in company currency: %s', (_case, change, expected) => {
  expect(read(change).homeMinor).toBe(expected);
});

test('instants also come as epoch milliseconds, and what is no date counts as none', () => {
  const closeAt = new Date('2026-12-15T11:00:00Z');
  expect(read({ closedate: String(closeAt.getTime()) }).closeAt).toEqual(closeAt);
  expect(read({ closedate: '-86400000' }).closeAt).toEqual(new Date('1969-12-31T00:00:00Z'));
  expect(read({ closedate: 'soon' }).closeAt).toBeNull();
});

test('a deal enters and leaves won stages more than once: the last time counts', () => {
  const deal = read({
    hs_is_closed: 'true',
    hs_is_closed_won: 'true',
    hs_is_deal_split: 'true',
    hs_manual_forecast_category: 'COMMIT',
    hs_v2_date_entered_won: '2026-11-01T09:00:00Z',
    hs_v2_date_exited_won: '2026-11-02T09:00:00Z',
    hs_v2_date_entered_renewed: '2026-11-03T09:00:00Z',
    hs_v2_date_exited_lost: '2026-11-09T09:00:00Z',
  });
  expect(deal).toMatchObject({
    isClosed: true,
    isWon: true,
    isSplit: true,
    forecastCategory: 'COMMIT',
    wonEnteredAt: new Date('2026-11-03T09:00:00Z'),
    wonExitedAt: new Date('2026-11-02T09:00:00Z'),
  });
});

test('what HubSpot shows of ours is kept as it stands, empty values left out', () => {
  const deal = read({ sideline_quota: '300000', sideline_basis: '', sideline_period: null });
  expect(deal.known).toEqual({ sideline_quota: '300000' });
});

test('a pull asks for everything that is read: each stage entered, each won stage left, our own values', () => {
  const names = dealProperties(setting.stages, setting.ownNames);
  const entered = setting.stages.map(({ id }) => `hs_v2_date_entered_${id}`);
  const exited = ['hs_v2_date_exited_won', 'hs_v2_date_exited_renewed'];
  expect(names).toEqual(expect.arrayContaining([...Object.keys(properties), ...entered, ...exited]));
  expect(names).toEqual(expect.arrayContaining(setting.ownNames));
  expect(names).not.toContain('hs_v2_date_exited_proposal');
  expect(new Set(names).size).toBe(names.length);
  // Reading them is all that readDeal does: each name that it looks up is asked for.
  const lookedUp = new Set<string>();
  const spy = new Proxy({}, { get: (_values, name) => (lookedUp.add(String(name)), null) });
  readDeal({ id: '1', createdAt: '2026-01-01', updatedAt: '2026-01-01', properties: spy }, setting);
  lookedUp.delete('hs_v2_date_entered_');
  expect(names).toEqual(expect.arrayContaining([...lookedUp]));
});

test('a rate that holds now serves only where HubSpot has neither stamped nor converted', () => {
  const francs = { amount: '100', deal_currency_code: 'CHF' };
  expect(read(francs)).toMatchObject({ homeMinor: 10_500, exchangeRate: '1.05' });
  expect(read({ ...francs, amount_in_home_currency: '103' })).toMatchObject({ homeMinor: 10_300 });
  expect(read({ ...francs, hs_exchange_rate: '1.02', amount_in_home_currency: '103' })).toMatchObject({
    homeMinor: 10_200,
    exchangeRate: '1.02',
  });
  expect(read({ amount: '100', deal_currency_code: 'JPY' })).toMatchObject({
    homeMinor: null,
    exchangeRate: null,
  });
});
