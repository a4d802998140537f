import { matchQuotas, type QuotaLine } from '../../../src/domains/quota/match-quotas.ts';

const portal = {
  owners: [{ id: '1', email: 'ana@acme.example', name: 'Ana Ruiz', archived: false }],
  teams: [{ id: '70', name: 'DACH' }],
  pipelines: [{ id: 'default', label: 'Sales Pipeline' }],
  calendar: { timeZone: 'Europe/Berlin', startMonth: 1 },
  companyCurrency: 'EUR',
};
const line = (changes: Partial<QuotaLine> = {}): QuotaLine => ({
  line: 2,
  owner: 'Ana Ruiz',
  team: null,
  pipeline: null,
  periodStart: '2026-10-01',
  period: 'quarter',
  amount: '300000.50',
  currency: null,
  ...changes,
});

test.each<[string, Partial<QuotaLine>, object]>([
  ['a rep', {}, { subjectKind: 'rep', subjectId: '1', periodKey: '2026-Q4', amountMinor: 30_000_050 }],
  ['a team', { owner: null, team: 'dach' }, { subjectKind: 'team', subjectId: '70' }],
  ['a pipeline by label', { pipeline: 'sales pipeline' }, { pipelineIds: ['default'] }],
  ['a pipeline by id', { pipeline: 'default' }, { pipelineIds: ['default'] }],
  ['a month', { period: 'month', periodStart: '2026-11-01' }, { periodKey: '2026-11' }],
  ['a year', { period: 'year', periodStart: '2026-01-01' }, { periodKey: '2026' }],
])('takes %s', (_what, changes, expected) => {
  const { quotas, unmatched } = matchQuotas([line(changes)], portal);
  expect(unmatched).toEqual([]);
  expect(quotas[0]).toMatchObject({ source: 'imported', ...expected });
});

test.each<[Partial<QuotaLine>, RegExp]>([
  [{ owner: 'Jo' }, /^owner: HubSpot has no owner called Jo/],
  [{ owner: null, team: 'Nordics' }, /^team: the portal has no team Nordics/],
  [{ pipeline: 'Renewals' }, /^pipeline: HubSpot has no pipeline Renewals/],
  [{ currency: 'USD' }, /^currency: .*EUR/],
  [{ periodStart: '2026-11-01' }, /^period_start: no quarter of your fiscal year begins on 2026-11-01/],
])('reports %j with the field and leaves it out', (changes, reason) => {
  const { quotas, unmatched } = matchQuotas([line(changes)], portal);
  expect(quotas).toEqual([]);
  expect(unmatched).toEqual([{ line: 2, reason: expect.stringMatching(reason) as string }]);
});

test('a fiscal year that starts in February begins its quarters there', () => {
  const february = { ...portal, calendar: { ...portal.calendar, startMonth: 2 } };
  const { quotas } = matchQuotas([line({ periodStart: '2026-11-01' })], february);
  expect(quotas[0]?.periodKey).toBe('2027-Q4');
});

test('one person under two names has one quota: the later row, and the earlier is reported', () => {
  const lines = [line({ amount: '1' }), line({ line: 3, owner: 'ana@acme.example', amount: '2' })];
  const { quotas, unmatched } = matchQuotas(lines, portal);
  expect(quotas.map(({ amountMinor }) => amountMinor)).toEqual([200]);
  expect(unmatched).toEqual([
    { line: 2, reason: 'gives way to line 3, which is for the same person and period' },
  ]);
});
