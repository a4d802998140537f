import type { PortalSeed, SeedDeal, SeedGoal, SeedUser } from '../../src/sandbox/seed.ts';

/** Everybody of the small company: `ownerId` is what deals name, `userId` what signed requests name. */
export const people = {
  ana: { ownerId: '201', userId: 1201 },
  ben: { ownerId: '202', userId: 1202 },
  cleo: { ownerId: '203', userId: 1203 },
  dan: { ownerId: '204', userId: 1204 },
  eva: { ownerId: '205', userId: 1205 },
  maria: { ownerId: '206', userId: 1206 },
  olga: { ownerId: '207', userId: 1207 },
} as const;
type Name = keyof typeof people;

export const businessNow = '2026-11-24T10:00:00.000Z';
const since = '2026-10-05T09:00:00.000Z';

const user = (name: Name, teamId: string | null): SeedUser => ({
  ...people[name],
  email: `${name}@example.com`,
  firstName: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  lastName: 'Ruiz',
  teamId,
  superAdmin: name === 'olga',
  archived: false,
  createdAt: '2024-01-01T09:00:00.000Z',
});

export function seedDeal(id: string, owner: Name | null, change: Partial<SeedDeal> = {}): SeedDeal {
  return {
    id,
    name: `Deal ${id}`,
    pipelineId: 'default',
    createdAt: since,
    currency: 'EUR',
    stage: [{ at: since, value: 'proposal' }],
    amount: [{ at: since, value: '24000' }],
    closeDate: [{ at: since, value: '2026-12-15T11:00:00.000Z' }],
    owner: owner === null ? [] : [{ at: since, value: people[owner].ownerId }],
    splits: [],
    forecastCategory: null,
    properties: {},
    ...change,
  };
}

const won = (at = '2026-11-10T11:00:00.000Z'): Partial<SeedDeal> => ({
  stage: [
    { at: since, value: 'proposal' },
    { at, value: 'won' },
  ],
  closeDate: [{ at, value: at }],
});

const goal = (id: string, name: Name, amount: string): SeedGoal => ({
  id,
  name: `${name} 2026 Q4`,
  ownerId: people[name].ownerId,
  teamId: null,
  pipelineIds: [],
  milestone: 'quarterly',
  start: '2026-10-01T00:00:00.000Z',
  end: '2026-12-31T23:59:59.999Z',
  amount,
  currency: 'EUR',
});

/**
 * Four carriers in team North, one in team South, both under All sales. In Q4 Ana stands at 71 %: 213,000 of 300,000,
 * a third of 30,000 of it from a deal that she shares with Eva.
 */
export function smallCompany(): PortalSeed {
  return {
    account: {
      portalId: 62515,
      name: 'Harbour Instruments',
      timeZone: 'Europe/Berlin',
      companyCurrency: 'EUR',
      additionalCurrencies: ['USD'],
    },
    exchangeRates: [{ from: 'USD', to: 'EUR', rate: '0.5', effectiveAt: '2026-01-01T00:00:00Z' }],
    teams: [
      { id: '10', name: 'All sales', parentTeamId: null },
      { id: '11', name: 'North', parentTeamId: '10' },
      { id: '12', name: 'South', parentTeamId: '10' },
    ],
    users: [
      ...(['ana', 'ben', 'cleo', 'dan'] as const).map((name) => user(name, '11')),
      user('eva', '12'),
      user('maria', '10'),
      user('olga', null),
    ],
    pipelines: [
      {
        id: 'default',
        label: 'Sales Pipeline',
        stages: [
          { id: 'proposal', label: 'Proposal', probability: '0.4' },
          { id: 'negotiation', label: 'Negotiation', probability: '0.8' },
          { id: 'won', label: 'Closed Won', probability: '1' },
          { id: 'lost', label: 'Closed Lost', probability: '0' },
        ],
      },
    ],
    deals: [
      seedDeal('7001', 'ana'),
      seedDeal('7002', 'ana', { ...won(), amount: [{ at: since, value: '203000' }] }),
      seedDeal('7003', 'ana', {
        ...won(),
        amount: [{ at: since, value: '30000' }],
        splits: [
          { ownerId: people.ana.ownerId, percentage: '0.33333333' },
          { ownerId: people.eva.ownerId, percentage: '0.66666667' },
        ],
      }),
      seedDeal('7004', 'ben', { currency: 'USD' }),
      seedDeal('7005', 'ben', { ...won(), amount: [{ at: since, value: '40000' }] }),
      seedDeal('7006', 'cleo', { amount: [] }),
      seedDeal('7007', 'dan', { closeDate: [{ at: since, value: '2027-02-10T11:00:00.000Z' }] }),
      seedDeal('7008', 'eva'),
      seedDeal('7009', null),
      seedDeal('7010', 'maria'),
    ],
    goals: [
      goal('9001', 'ana', '300000'),
      goal('9002', 'ben', '200000'),
      goal('9003', 'cleo', '150000'),
      goal('9004', 'dan', '100000'),
      goal('9005', 'eva', '80000'),
    ],
    setup: { peopleCsv: null, quotasCsv: null },
  };
}
