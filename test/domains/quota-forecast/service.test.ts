import { quotaForecastView, whatIfView, type QuotaForecastView } from '../../../src/contract/index.ts';
import { createForecastService } from '../../../src/domains/forecast/index.ts';
import { createQuotaForecastService } from '../../../src/domains/quota-forecast/index.ts';
import { quotasOf, type StoredQuota } from '../../../src/domains/quota/index.ts';
import { forPortal as installOf } from '../../../src/install/store.ts';
import { applyingTo, directoryOf } from '../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { creditedDeal, wonFacts } from '../../support/mirrored-deals.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const portalId = 1;
/** A Tuesday: 38 working days of the quarter are gone, 28 left. */
const clock = { now: () => new Date('2026-11-24T09:42:00Z') };
const users = {
  ana: '1201',
  ben: '1202',
  eva: '1205',
  maria: '1206',
  dora: '1207',
  fay: '1208',
  olga: '1299',
};
type Name = keyof typeof users;

const owners = (['ana', 'ben', 'eva', 'maria', 'dora', 'fay'] as const).map((name) => ({
  id: `2${users[name].slice(2)}`,
  userId: users[name],
  email: `${name}@example.com`,
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Ruiz`,
  archived: false,
  teamId: null,
}));
const quota = (subjectId: string, amount: number, change: Partial<StoredQuota> = {}): StoredQuota => ({
  subjectKind: 'rep',
  subjectId,
  pipelineIds: null,
  periodKey: '2026-Q4',
  source: 'typed',
  amountMinor: amount * 100,
  ...change,
});
const manages = (managerId: string, ...ownerIds: string[]) =>
  ownerIds.map((ownerId) => ({
    ownerId,
    teamId: null,
    managerId,
    startsOn: null,
    endsOn: null,
    rampMonths: 0,
  }));
const homeMinor = (amount: number) => ({ amount: String(amount), homeMinor: amount * 100 });

const deals = [
  creditedDeal({ id: '1', ...wonFacts, ...homeMinor(203_000) }),
  creditedDeal({ id: '2', ...wonFacts, ...homeMinor(30_000) }, { '201': '0.33333333', '205': '0.66666667' }),
  creditedDeal({ id: '10', name: 'Open' }),
  creditedDeal({ id: '11', name: 'Shared' }, { '201': '0.6', '205': '0.4' }),
  creditedDeal({ id: '12', name: 'Later', closeAt: new Date('2027-02-10T11:00:00Z') }),
  creditedDeal({ id: '13', name: 'Overdue', closeAt: new Date('2026-09-01T11:00:00Z') }),
  creditedDeal({ id: '14', name: 'No date', closeAt: null }),
  creditedDeal({ id: '15', name: 'No amount', amount: null, homeMinor: null }),
  creditedDeal({ id: '16', name: 'No rate', currency: 'USD', homeMinor: null }),
  creditedDeal({ id: '17', name: 'Lost', stageId: 'lost', isClosed: true }),
  creditedDeal({
    id: '18',
    name: 'Won without amount',
    ...wonFacts,
    ownerId: '206',
    amount: null,
    homeMinor: null,
  }),
  creditedDeal({
    id: '19',
    name: 'Reopened',
    ownerId: '208',
    ...homeMinor(5_000),
    wonEnteredAt: new Date('2026-08-10T09:00:00Z'),
    wonExitedAt: new Date('2026-10-10T09:00:00Z'),
  }),
  creditedDeal({ id: '20', name: "Ben's", ownerId: '202' }),
  creditedDeal({ id: '21', name: "Eva's", ownerId: '205' }),
  creditedDeal({ id: '22', name: "Maria's", ownerId: '206' }),
  creditedDeal({ id: '23', name: "Nobody's", ownerId: null }),
  creditedDeal({ id: '24', name: "Fay's", ownerId: '208' }),
  creditedDeal({ id: '25', name: "Ana's, all Eva's" }, { '205': '1' }),
  creditedDeal({ id: '26', name: 'In dollars', currency: 'USD', exchangeRate: '0.5', homeMinor: 1_200_000 }),
];

let store: OpenDatabase;
let service: ReturnType<typeof createQuotaForecastService>;

beforeAll(async () => {
  store = await openTestStore();
  const { db } = store;
  await installOf(db, portalId).connect(
    {
      name: 'P',
      timeZone: 'Europe/Berlin',
      companyCurrency: 'EUR',
      installedBy: users.olga,
      scopes: [],
    },
    { access: 'a', refresh: 'r', expiresAt: new Date() },
    new Date(),
  );
  await installOf(db, portalId).markReady(new Date());
  const directory = directoryOf(db, portalId);
  await directory.saveOwners(owners);
  const stages = [['proposal', '0.4'], ['won', '1'], ['lost', '0']] as const; // prettier-ignore
  await directory.replacePipelines(
    [{ id: 'default', label: 'Sales Pipeline', displayOrder: 0 }],
    stages.map(([id, probability], displayOrder) => ({
      id,
      pipelineId: 'default',
      label: `The ${id} stage`,
      displayOrder,
      probability,
      isClosed: id !== 'proposal',
    })),
  );
  const quotas = quotasOf(db, portalId);
  await quotas.savePeople([...manages('206', '201', '202'), ...manages('207', '206')]);
  await quotas.saveQuotas([
    quota('201', 300_000),
    quota('201', 200_000, { periodKey: '2027-Q1' }),
    quota('202', 0),
    quota('205', 20_000),
    quota('208', 50_000, { pipelineIds: ['renewals'] }),
  ]);
  await applyingTo(db, portalId).apply(deals);
  service = createQuotaForecastService({ db, clock, forecast: createForecastService({ db, clock }) });
});
afterAll(async () => {
  await store.close();
});

async function caller(name: Name, dealId: string) {
  const found = await service.findCaller(portalId, users[name], { dealId });
  if (!found) throw new Error('the portal is connected');
  return found;
}

/** The card's view, which must keep to the contract. */
async function view(name: Name, dealId: string): Promise<QuotaForecastView> {
  const answer = await service.view(await caller(name, dealId));
  if (!answer.ok) throw new Error(answer.failure.message);
  return quotaForecastView.parse(answer.value);
}
async function whatIf(name: Name, dealId: string, amount: string, closeDate: string) {
  const answer = await service.whatIf(await caller(name, dealId), { dealId, amount, closeDate });
  return answer.ok ? whatIfView.parse(answer.value) : answer.failure;
}

test('the owner sees where they stand and what the deal adds', async () => {
  expect(await view('ana', '10')).toEqual({
    viewer: 'owner',
    periodLabel: 'Q4 2026',
    asOfLabel: 'as of 24 Nov, 10:42',
    dealName: 'Open',
    standing: {
      kind: 'measured',
      headline: 'You are at 71 %',
      attainment: { value: 0.71, text: '71 %' },
      progress: '213,000 of 300,000 EUR',
      pace: 'On pace for 123 %',
      needed: '3,107 EUR a working day needed, you run at 5,605',
      isExampleQuota: false,
      remarks: [],
    },
    contribution: { sentence: '24,000 EUR · would take you to 79 %', remark: null },
    dealFacts: '24,000 EUR · The proposal stage · closes 15 Dec 2026',
    likelihood: expect.objectContaining({
      kind: 'estimated',
      basis: 'pipeline',
      forecastAmount: '9,600 EUR',
    }),
    whatIf: { amount: '24000', currency: 'EUR', closeDate: '2026-12-15' },
    audience: 'Seen by you, Maria Ruiz (manager), Dora Ruiz (manager) and ops.',
  });
});

test('the manager, and theirs, see the same of their report, in the third person', async () => {
  const asManager = await view('maria', '10');
  expect(asManager).toMatchObject({
    viewer: 'manager',
    standing: {
      headline: 'Ana Ruiz is at 71 %',
      needed: '3,107 EUR a working day needed, running at 5,605',
    },
    contribution: { sentence: '24,000 EUR · would take them to 79 %' },
    audience: 'Seen by Ana Ruiz, you, Dora Ruiz (manager) and ops.',
  });
  expect(await view('dora', '10')).toEqual({
    ...asManager,
    audience: 'Seen by Ana Ruiz, Maria Ruiz (manager), you and ops.',
  });
  expect(await view('olga', '10')).toEqual({
    ...asManager,
    audience: 'Seen by Ana Ruiz, Maria Ruiz (manager), Dora Ruiz (manager) and you as ops.',
  });
});

test("a split partner sees their own part and nothing of the owner's", async () => {
  const partner = await view('eva', '11');
  expect(partner).toMatchObject({
    viewer: 'splitPartner',
    standing: { headline: 'You are at 100 %', progress: '20,000 of 20,000 EUR', needed: null },
    contribution: {
      sentence: '9,600 EUR · would take you to 148 %',
      remark: 'Your credit is 40 % of this deal.',
    },
    audience: 'Seen by you and ops.',
  });
  expect(JSON.stringify(partner)).not.toMatch(/Ana|300,000|213,000|71 %/);
  expect(await view('maria', '11')).toMatchObject({
    viewer: 'manager',
    contribution: {
      sentence: '14,400 EUR · would take them to 76 %',
      remark: 'The credit shown is 60 % of this deal.',
    },
  });
});

test("a colleague sees the deal's own facts and no figure of any person", async () => {
  for (const { deal } of deals) {
    const seen = await view('fay', deal.id);
    if (deal.ownerId === '208') continue;
    expect(seen).toMatchObject({ viewer: 'colleague', standing: null, contribution: null, whatIf: null });
    const text = JSON.stringify({ ...seen, dealName: '' });
    expect(text).not.toMatch(/Ruiz|quota of|working day|on pace/i);
    for (const figure of ['213,000', '300,000', '87,000', '71 %', '79 %', '200,000', '3,107']) {
      expect(text).not.toContain(figure);
    }
    expect(await whatIf('fay', deal.id, '24000', '2026-12-15')).toMatchObject({ code: 'not_found' });
  }
});

test.each([
  [
    'later',
    'ana',
    '12',
    '24,000 EUR · would take you to 12 % of Q1 2027',
    'Closes in Q1 2027, so it adds nothing to Q4 2026.',
  ],
  [
    'overdue',
    'ana',
    '13',
    '24,000 EUR · would take you to 79 %',
    'Its close date has passed: shown as if it closed in this period.',
  ],
  [
    'no date',
    'ana',
    '14',
    '24,000 EUR · would take you to 79 %',
    'It has no close date: shown as if it closed in this period.',
  ],
  ['no amount', 'ana', '15', 'No amount yet.', 'Add one to see what this deal would do.'],
  [
    'no rate',
    'ana',
    '16',
    'HubSpot has no exchange rate for this amount yet.',
    'Ops can add one in HubSpot, under currencies.',
  ],
  ['lost', 'ana', '17', 'Lost: it counts for nobody.', null],
  ['won', 'ana', '1', 'Won: 203,000 EUR counted in Q4 2026.', null],
  ['won and shared', 'eva', '2', 'Won: 20,000 EUR counted in Q4 2026.', 'Your credit is 67 % of this deal.'],
  [
    'won without amount',
    'maria',
    '18',
    'Won, but without an amount: it cannot count.',
    'Add the amount to the deal.',
  ],
  ['all shared away', 'ana', '25', '0 EUR · would take you to 71 %', 'Your credit is 0 % of this deal.'],
  ['in dollars', 'ana', '26', '12,000 EUR (24,000 USD) · would take you to 75 %', null],
  [
    'of a pipeline that does not count',
    'fay',
    '24',
    '24,000 EUR · would count for you',
    'This pipeline does not count towards the quota.',
  ],
  ['nobody has a quota', 'maria', '22', '24,000 EUR · would count for you', null],
] as const)('what a deal does: %s', async (_case, name, dealId, sentence, remark) => {
  expect((await view(name, dealId)).contribution).toEqual({ sentence, remark });
});

test.each([
  [
    'no quota',
    'maria',
    '22',
    {
      kind: 'notSetUp',
      headline: 'Sideline has no quota for you yet.',
      nextStep: 'Ops can add it in two minutes, in a HubSpot goal or a quota file. Won so far: 0 EUR.',
    },
  ],
  [
    'no quota, asked by ops',
    'olga',
    '22',
    {
      kind: 'notSetUp',
      headline: 'Sideline has no quota for Maria Ruiz yet.',
      nextStep: 'You can add it in two minutes, in a HubSpot goal or a quota file. Won so far: 0 EUR.',
    },
  ],
  [
    'a quota of nothing',
    'ben',
    '20',
    { kind: 'notSetUp', headline: 'You carry no quota in this period.', nextStep: 'Won so far: 0 EUR.' },
  ],
  ['met', 'eva', '21', { kind: 'measured', headline: 'You are at 100 %', needed: null }],
  ['nobody’s deal', 'ana', '23', null],
] as const)('where a person stands: %s', async (_case, name, dealId, standing) => {
  const seen = await view(name, dealId);
  if (standing === null) expect(seen.standing).toBeNull();
  else expect(seen.standing).toMatchObject(standing);
});

test('where there is nothing to measure against there is no what-if', async () => {
  for (const [name, dealId] of [
    ['ana', '17'],
    ['ana', '1'],
    ['maria', '22'],
    ['ben', '20'],
    ['fay', '24'],
  ] as const)
    // prettier-ignore
    expect((await view(name, dealId)).whatIf).toBeNull();
});

test('won deals that cannot count are named beside the figure, and so is what was reopened', async () => {
  const { standing } = await view('fay', '19');
  // The reopened deal was of a pipeline that does not count, so it takes nothing from the figure.
  expect(standing).toMatchObject({ kind: 'measured', progress: '0 of 50,000 EUR' });
  await quotasOf(store.db, portalId).saveQuotas([quota('208', 50_000)]);
  const counted = await view('fay', '19');
  expect(counted.standing).toMatchObject({
    headline: 'You are at -10 %',
    remarks: ['Includes -5,000 EUR of deals that were won before and reopened since.'],
  });
});

describe('a what-if', () => {
  test('says where the owner would be and what is then needed', async () => {
    expect(await whatIf('ana', '10', '24000', '2026-12-30')).toEqual({
      sentence: 'Close this at 24,000 EUR by 30 Dec 2026: 71 → 79 %; then 2,250 EUR a working day.',
      attainment: { value: 0.79, text: '79 %' },
      remark: null,
    });
  });

  test('of a shared deal counts the own part alone', async () => {
    expect(await whatIf('ana', '11', '100000', '2026-12-30')).toMatchObject({
      sentence: expect.stringContaining('71 → 91 %'),
    });
  });

  test('may meet the quota, and may be today', async () => {
    expect(await whatIf('ana', '10', '87000', '2026-11-24')).toMatchObject({
      sentence: 'Close this at 87,000 EUR by 24 Nov 2026: 71 → 100 %; then the quota is met.',
    });
  });

  test('in a later period is measured there', async () => {
    expect(await whatIf('ana', '10', '20000', '2027-02-10')).toMatchObject({
      sentence: expect.stringContaining('0 → 10 %'),
      remark: 'Counts in Q1 2027.',
    });
  });

  test('in dollars counts at the stamped rate', async () => {
    expect(await whatIf('ana', '26', '60000', '2026-12-15')).toMatchObject({
      sentence: expect.stringContaining('Close this at 60,000 USD by 15 Dec 2026: 71 → 81 %'),
    });
  });

  test.each([
    ['a day gone', '10', '1', '2026-11-23', { code: 'bad_request', field: 'closeDate' }],
    ['a period without a quota', '10', '1', '2028-01-05', { code: 'not_found', field: 'closeDate' }],
    ['a currency without a rate', '16', '1', '2026-12-15', { code: 'bad_request', field: 'amount' }],
    ['a closed deal', '17', '1', '2026-12-15', { code: 'not_found' }],
    ['an unknown deal', '99', '1', '2026-12-15', { code: 'not_found' }],
  ])('is refused for %s', async (_case, dealId, amount, closeDate, refusal) => {
    expect(await whatIf('ana', dealId, amount, closeDate)).toMatchObject(refusal);
  });
});
