import { readGoals, type GoalRecord } from '../../../src/domains/quota/read-goals.ts';
import { berlin, eur } from './examples.ts';

const goal = (change: Readonly<Record<string, string | null>> = {}): GoalRecord => ({
  id: '9001',
  properties: {
    hs_kpi_unit_type: 'currency',
    hs_goal_target_currency_code: 'EUR',
    hs_target_amount: '300000.00',
    hs_milestone: 'quarterly',
    hs_start_datetime: '2026-10-01T00:00:00Z',
    hs_end_datetime: '2026-12-31T23:59:59.999Z',
    hs_pipeline_ids: '',
    hubspot_owner_id: '201',
    hs_assignee_team_id: null,
    ...change,
  },
});
const read = (change: Readonly<Record<string, string | null>>) => readGoals([goal(change)], berlin, 'EUR');

test('a revenue goal of a person is their quota', () => {
  expect(read({})).toEqual({
    quotas: [
      {
        subjectKind: 'rep',
        subjectId: '201',
        pipelineIds: null,
        periodKey: '2026-Q4',
        source: 'goal',
        amountMinor: eur(300_000).minor,
      },
    ],
    unusable: [],
  });
});

test.each([
  [
    'of a team',
    { hubspot_owner_id: null, hs_assignee_team_id: '11' },
    { subjectKind: 'team', subjectId: '11' },
  ],
  ['for two pipelines', { hs_pipeline_ids: 'default;renewals' }, { pipelineIds: ['default', 'renewals'] }],
  [
    'for a month',
    { hs_milestone: 'monthly', hs_end_datetime: '2026-10-31T23:59:59.999Z' },
    { periodKey: '2026-10' },
  ],
  [
    'for a year',
    { hs_milestone: 'yearly', hs_start_datetime: '2026-01-01T00:00:00Z' },
    { periodKey: '2026' },
  ],
  [
    'whose edges are midnights of Berlin, told in UTC',
    { hs_start_datetime: '2026-09-30T22:00:00Z', hs_end_datetime: '2026-12-31T22:59:59.999Z' },
    { periodKey: '2026-Q4' },
  ],
  [
    'whose edges are midnights of California',
    { hs_start_datetime: '2026-10-01T07:00:00Z', hs_end_datetime: '2027-01-01T07:59:59.999Z' },
    { periodKey: '2026-Q4' },
  ],
  [
    'without a currency is in the company currency',
    { hs_goal_target_currency_code: null },
    { amountMinor: 30_000_000 },
  ],
  ['of nothing', { hs_target_amount: '0' }, { amountMinor: 0 }],
])('a goal %s', (_case, change, expected) => {
  expect(read(change).quotas).toMatchObject([expected]);
});

test.each([
  ['notRevenue', { hs_kpi_unit_type: 'count' }],
  ['otherCurrency', { hs_goal_target_currency_code: 'USD' }],
  ['noAssignee', { hubspot_owner_id: '' }],
  ['noAmount', { hs_target_amount: null }],
  ['noPeriod', { hs_milestone: 'weekly' }],
  ['noPeriod', { hs_start_datetime: null }],
  ['noPeriod', { hs_end_datetime: 'soon' }],
])('a goal that is no quota says why: %s', (reason, change) => {
  expect(read(change)).toEqual({ quotas: [], unusable: [{ id: '9001', reason }] });
});
