import type { PortalSeed, SeedDeal, SeedUser } from '../../../src/sandbox/seed.ts';

const person = (
  changes: Partial<SeedUser> & Pick<SeedUser, 'userId' | 'ownerId' | 'firstName'>,
): SeedUser => ({
  email: `${changes.firstName.toLowerCase()}@example.com`,
  lastName: 'Ruiz',
  teamId: '178588',
  superAdmin: false,
  archived: false,
  createdAt: '2024-01-01T09:00:00.000Z',
  ...changes,
});

const deal = (changes: Partial<SeedDeal> & Pick<SeedDeal, 'id' | 'name'>): SeedDeal => ({
  pipelineId: 'default',
  createdAt: '2026-10-01T09:12:33.120Z',
  currency: 'EUR',
  stage: [{ at: '2026-10-01T09:12:33.120Z', value: 'appointmentscheduled' }],
  amount: [{ at: '2026-10-01T09:12:33.120Z', value: '1500.00' }],
  closeDate: [{ at: '2026-10-01T09:12:33.120Z', value: '2026-12-31T00:00:00.000Z' }],
  owner: [{ at: '2026-10-01T09:12:33.120Z', value: '41629779' }],
  splits: [],
  forecastCategory: null,
  properties: {},
  ...changes,
});

/** A portal that a person can hold in mind: three people, two pipelines, five deals, one goal. */
export const tinySeed: PortalSeed = {
  account: {
    portalId: 62515,
    name: 'Harbour Instruments',
    timeZone: 'Europe/Berlin',
    companyCurrency: 'EUR',
    additionalCurrencies: ['USD'],
  },
  exchangeRates: [
    { from: 'USD', to: 'EUR', rate: '0.9', effectiveAt: '2026-01-01T00:00:00Z' },
    { from: 'USD', to: 'EUR', rate: '0.8', effectiveAt: '2026-11-01T00:00:00Z' },
  ],
  teams: [
    { id: '178500', name: 'All sales', parentTeamId: null },
    { id: '178588', name: 'Sales', parentTeamId: '178500' },
  ],
  users: [
    person({ userId: 9586504, ownerId: '41629779', firstName: 'Ana' }),
    person({ userId: 9586505, ownerId: '41629780', firstName: 'Maria', superAdmin: true }),
    person({ userId: 9586506, ownerId: '41629781', firstName: 'Ben', archived: true }),
  ],
  pipelines: [
    {
      id: 'default',
      label: 'Sales Pipeline',
      stages: [
        { id: 'appointmentscheduled', label: 'Appointment Scheduled', probability: '0.20' },
        { id: 'contractsent', label: 'Contract Sent', probability: '0.9' },
        { id: 'closedwon', label: 'Closed Won', probability: '1' },
        { id: 'closedlost', label: 'Closed Lost', probability: '0' },
      ],
    },
    {
      id: 'renewals',
      label: 'Renewals',
      stages: [
        { id: 'due', label: 'Due', probability: '0.5' },
        { id: 'renewed', label: 'Renewed', probability: '1' },
      ],
    },
  ],
  deals: [
    deal({ id: '7891023', name: 'Acme' }),
    deal({
      id: '7891024',
      name: 'Borealis',
      currency: 'USD',
      createdAt: '2026-10-02T09:00:00.000Z',
      stage: [
        { at: '2026-10-02T09:00:00.000Z', value: 'appointmentscheduled' },
        { at: '2026-10-20T09:00:00.000Z', value: 'contractsent' },
        { at: '2026-11-10T09:00:00.000Z', value: 'closedwon' },
      ],
      amount: [
        { at: '2026-10-02T09:00:00.000Z', value: '900' },
        { at: '2026-10-20T09:00:00.000Z', value: '1000' },
      ],
      closeDate: [{ at: '2026-11-10T09:00:00.000Z', value: '2026-11-10T09:00:00.000Z' }],
      owner: [{ at: '2026-10-02T09:00:00.000Z', value: '41629779' }],
      splits: [
        { ownerId: '41629779', percentage: '0.7' },
        { ownerId: '41629780', percentage: '0.3' },
      ],
    }),
    deal({ id: '7891025', name: 'Cobalt', amount: [], owner: [], properties: { dealtype: 'newbusiness' } }),
    deal({
      id: '7891026',
      name: 'Dune',
      owner: [{ at: '2026-10-01T09:12:33.120Z', value: '41629781' }],
      forecastCategory: 'COMMIT',
    }),
    deal({
      id: '7891027',
      name: 'Ember renewal',
      pipelineId: 'renewals',
      stage: [{ at: '2026-10-01T09:12:33.120Z', value: 'due' }],
    }),
  ],
  goals: [
    {
      id: '8000001',
      name: 'Ana 2026 Q4',
      ownerId: '41629779',
      teamId: null,
      pipelineIds: ['default'],
      milestone: 'quarterly',
      start: '2026-10-01T00:00:00.000Z',
      end: '2026-12-31T23:59:59.999Z',
      amount: '5000.00',
      currency: 'EUR',
    },
  ],
  setup: { peopleCsv: null, quotasCsv: null },
};
