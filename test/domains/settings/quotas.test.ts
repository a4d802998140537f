import fc from 'fast-check';
import type { StoredQuota } from '../../../src/domains/quota/index.ts';
import { compareQuotas } from '../../../src/domains/settings/quotas/compare-quotas.ts';
import { describeEmployment } from '../../../src/domains/settings/quotas/describe-employment.ts';
import { layOutGrid } from '../../../src/domains/settings/quotas/lay-out-grid.ts';
import { listYearKeys } from '../../../src/domains/settings/quotas/list-year-keys.ts';
import { readQuotaChanges } from '../../../src/domains/settings/quotas/read-quota-changes.ts';

const quota = (change: Partial<StoredQuota> = {}): StoredQuota => ({
  subjectKind: 'rep',
  subjectId: '201',
  pipelineIds: null,
  periodKey: '2026-Q4',
  source: 'imported',
  amountMinor: 100,
  ...change,
});
const pasted = (...quotas: StoredQuota[]) => quotas.map((each, index) => ({ line: index + 2, quota: each }));

describe('a pasted file against what is stored', () => {
  test.each<[string, 'add' | 'replace', StoredQuota[], StoredQuota[], [string, number | null][]]>([
    ['adds', 'add', [quota()], [], [['added', null]]],
    ['changes', 'add', [quota({ amountMinor: 200 })], [quota()], [['changed', null]]],
    ['leaves what it names alike', 'add', [quota()], [quota()], []],
    ['adds and removes nothing', 'add', [quota({ subjectId: '202' })], [quota()], [['added', null]]],
    [
      'replaces the periods that it names',
      'replace',
      [quota({ subjectId: '202' })],
      [quota()],
      [
        ['added', null],
        ['removed', null],
      ],
    ],
    ['and no other period', 'replace', [quota({ periodKey: '2026-Q3' })], [quota()], [['added', null]]],
    [
      'leaves goals alone',
      'replace',
      [quota()],
      [quota({ source: 'goal', amountMinor: 7 })],
      [['added', null]],
    ],
    [
      'says what was typed above it',
      'add',
      [quota()],
      [quota({ source: 'typed', amountMinor: 9 })],
      [['added', 9]],
    ],
    [
      'tells pipelines apart, in any order',
      'add',
      [quota({ pipelineIds: ['b', 'a'] })],
      [quota({ pipelineIds: ['a', 'b'] }), quota()],
      [],
    ],
  ])('%s', (_what, mode, file, stored, expected) => {
    const { changes } = compareQuotas({ pasted: pasted(...file), stored, mode });
    expect(changes.map(({ kind, typed }) => [kind, typed])).toEqual(expected);
  });

  test('is nothing new the second time', () => {
    const any = fc.record({
      subjectId: fc.constantFrom('1', '2', '3'),
      periodKey: fc.constantFrom('2026-Q1', '2026-Q2'),
      amountMinor: fc.integer({ min: 0, max: 3 }),
    });
    const unique = (list: StoredQuota[]) => [
      ...new Map(list.map((each) => [`${each.subjectId} ${each.periodKey}`, each])).values(),
    ];
    fc.assert(
      fc.property(fc.array(any), fc.array(any), fc.constantFrom('add', 'replace'), (file, before, mode) => {
        const lines = pasted(...unique(file.map(quota)));
        const stored = unique(before.map(quota));
        const { changes } = compareQuotas({ pasted: lines, stored, mode: mode });
        const gone = new Set(changes.map(({ quota: each }) => `${each.subjectId} ${each.periodKey}`));
        const after = [
          ...stored.filter((each) => !gone.has(`${each.subjectId} ${each.periodKey}`)),
          ...changes.flatMap(({ quota: each, after: amountMinor }) =>
            amountMinor === null ? [] : [{ ...each, amountMinor }],
          ),
        ];
        expect(compareQuotas({ pasted: lines, stored: after, mode: mode }).changes).toEqual([]);
      }),
    );
  });
});

describe('typed cells', () => {
  const known = {
    ownerIds: new Set(['201']),
    teamIds: new Set(['10']),
    pipelineIds: new Set(['default']),
    currency: 'EUR',
  };
  const cell = (change: object = {}) => ({
    subjectKind: 'rep' as const,
    subjectId: '201',
    pipelineIds: null as string[] | null,
    periodKey: '2026-Q4',
    amount: '1200.50' as string | null,
    ...change,
  });

  test('become quotas in minor units, and empty ones are removed', () => {
    expect(readQuotaChanges([cell(), cell({ periodKey: '2026-Q3', amount: null })], known)).toMatchObject({
      ok: true,
      value: {
        saved: [{ source: 'typed', amountMinor: 120_050, periodKey: '2026-Q4' }],
        removed: [{ source: 'typed', periodKey: '2026-Q3' }],
      },
    });
  });

  test.each<[object, string]>([
    [{ subjectId: '10' }, 'changes.0.subjectId'],
    [{ subjectKind: 'team', subjectId: '201' }, 'changes.0.subjectId'],
    [{ pipelineIds: [] }, 'changes.0.pipelineIds'],
    [{ pipelineIds: ['other'] }, 'changes.0.pipelineIds'],
    [{ amount: '9999999999999' }, 'changes.0.amount'],
  ])('are refused for %j, with the field', (change, field) => {
    expect(readQuotaChanges([cell(change)], known)).toMatchObject({ ok: false, failure: { field } });
  });
});

test('the grid shows the strongest source a cell, a row more for single pipelines, and what else counts', () => {
  const calendar = { timeZone: 'Europe/Berlin', startMonth: 1 };
  const { columns } = listYearKeys(calendar, '2026', 'quarter');
  const rows = layOutGrid({
    people: [
      {
        ownerId: '201',
        name: 'Ana',
        teamId: '10',
        archived: false,
        startsOn: '2026-10-01',
        endsOn: null,
        rampMonths: 6,
      },
      {
        ownerId: '202',
        name: 'Ben',
        teamId: null,
        archived: true,
        startsOn: null,
        endsOn: null,
        rampMonths: 0,
      },
    ],
    teams: [{ id: '10', name: 'North' }],
    pipelines: [{ id: 'default', label: 'Sales' }],
    columns,
    timeZone: calendar.timeZone,
    quotas: [
      quota({ source: 'goal', amountMinor: 100_00 }),
      quota({ source: 'typed', amountMinor: 200_00 }),
      quota({ pipelineIds: ['default'], amountMinor: 50_00 }),
      quota({ periodKey: '2026-11', amountMinor: 10_00 }),
    ],
    currency: 'EUR',
  });
  expect(rows.map((row) => [row.name, row.pipelines, row.cells.map(({ text }) => text)])).toEqual([
    ['Ana', null, [null, null, null, '200 EUR']],
    ['Ana', 'Sales', [null, null, null, '50 EUR']],
    ['North', null, [null, null, null, null]],
  ]);
  expect(rows[0]?.cells[3]).toMatchObject({ source: 'typed', mayEmpty: true });
  expect(rows[0]?.remark).toBe(
    'Starts 1 Oct 2026, ramp of 6 months: the quota counts in part. Also has quotas for 2026-11; they count too.',
  );
});

describe('the remark on somebody’s employment', () => {
  const { columns } = listYearKeys({ timeZone: 'Europe/Berlin', startMonth: 1 }, '2026', 'quarter');
  const person = (startsOn: string | null, endsOn: string | null = null, rampMonths = 0) => ({
    startsOn,
    endsOn,
    rampMonths,
  });

  test.each<[ReturnType<typeof person>, string | null]>([
    [person(null), null],
    [person('2021-10-01'), null],
    [person('2026-01-01'), null],
    [person('2026-01-02'), 'Starts 2 Jan 2026: the quota counts in part.'],
    [person('2027-02-01'), 'Starts 1 Feb 2027: the quota counts in part.'],
    [person('2025-07-01', null, 6), null],
    [person('2025-08-01', null, 6), 'Starts 1 Aug 2025, ramp of 6 months: the quota counts in part.'],
    [person('2021-10-01', '2026-04-30'), 'Leaves 30 Apr 2026: the quota counts in part.'],
    [person('2021-10-01', '2026-12-31'), null],
    [person('2026-02-01', '2026-04-30'), 'Starts 1 Feb 2026, leaves 30 Apr 2026: the quota counts in part.'],
  ])('of %j in 2026 is %j', (employment, expected) => {
    expect(describeEmployment(employment, columns, 'Europe/Berlin')).toBe(expected);
  });
});
