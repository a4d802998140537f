import fc from 'fast-check';
import { resolveQuota } from '../../../src/domains/quota/resolve-quota.ts';
import type { Quota } from '../../../src/domains/quota/types.ts';
import { sumMoney } from '../../../src/kernel/money.ts';
import { periodFromKey, periodsWithin } from '../../../src/kernel/period.ts';
import { berlin, eur } from './examples.ts';

type Stated = [periodKey: string, amount: number, source: Quota['source'], pipelineIds?: string[] | null];

const quota = ([periodKey, amount, source, pipelineIds = null]: Stated): Quota => ({
  periodKey,
  amount: eur(amount),
  source,
  pipelineIds,
});

function resolve(stated: Stated[], key = '2026-Q4', pipelineIds: string[] | null = null) {
  const quotas = stated.map(quota);
  return resolveQuota({ quotas, calendar: berlin, period: periodFromKey(berlin, key), pipelineIds });
}

/** "amount source pipelines parts", or why there is none. */
function line(resolved: ReturnType<typeof resolve>): string {
  if (!resolved.ok) {
    const { kind } = resolved.failure;
    return kind === 'missingParts' ? `${kind} ${resolved.failure.periodKeys.join()}` : kind;
  }
  const { amount, source, pipelineIds, parts } = resolved.value;
  const contributions = parts.map((part) => `${part.quota.periodKey}=${part.contribution.minor / 100}`);
  return `${amount.minor / 100} ${source} ${pipelineIds?.join('+') ?? 'all'} ${contributions.join()}`;
}

test.each<[string, Stated[], string]>([
  ['nothing stated', [], 'noQuota'],
  ['stated for another quarter', [['2026-Q3', 300, 'typed']], 'noQuota'],
  ['stated', [['2026-Q4', 300, 'typed']], '300 typed all 2026-Q4=300'],
  [
    'typed wins over imported over goal over example',
    [
      ['2026-Q4', 100, 'example'],
      ['2026-Q4', 200, 'goal'],
      ['2026-Q4', 300, 'imported'],
      ['2026-Q4', 400, 'typed'],
    ],
    '400 typed all 2026-Q4=400',
  ],
  [
    'a goal wins over an example',
    [
      ['2026-Q4', 100, 'example'],
      ['2026-Q4', 200, 'goal'],
    ],
    '200 goal all 2026-Q4=200',
  ],
  [
    'months sum into the quarter',
    [
      ['2026-10', 100, 'typed'],
      ['2026-11', 90, 'typed'],
      ['2026-12', 120, 'typed'],
    ],
    '310 typed all 2026-10=100,2026-11=90,2026-12=120',
  ],
  [
    'a sum is as weak as its weakest month',
    [
      ['2026-10', 100, 'typed'],
      ['2026-11', 90, 'goal'],
      ['2026-12', 120, 'typed'],
    ],
    '310 goal all 2026-10=100,2026-11=90,2026-12=120',
  ],
  [
    'a missing month leaves no quarter, and says which',
    [
      ['2026-10', 100, 'typed'],
      ['2026-12', 120, 'typed'],
    ],
    'missingParts 2026-11',
  ],
  [
    'unless a quarter is stated',
    [
      ['2026-10', 100, 'typed'],
      ['2026-Q4', 300, 'goal'],
    ],
    '300 goal all 2026-Q4=300',
  ],
  [
    'typed months win over an imported quarter',
    [
      ['2026-10', 100, 'typed'],
      ['2026-11', 100, 'typed'],
      ['2026-12', 100, 'typed'],
      ['2026-Q4', 200, 'imported'],
    ],
    '300 typed all 2026-10=100,2026-11=100,2026-12=100',
  ],
  [
    'a quarter wins over months of the same source',
    [
      ['2026-10', 100, 'goal'],
      ['2026-11', 100, 'goal'],
      ['2026-12', 100, 'goal'],
      ['2026-Q4', 200, 'goal'],
    ],
    '200 goal all 2026-Q4=200',
  ],
  // 2026 has 261 working days, its fourth quarter 66.
  ['a year is shared out by working days', [['2026', 2610, 'goal']], '660 goal all 2026=660'],
  [
    'the shortest of the longer periods answers',
    [
      ['2026', 2610, 'goal'],
      ['2026-H2', 1320, 'goal'],
    ],
    '660 goal all 2026-H2=660',
  ],
  [
    'pipelines sum when there is no quota for all of them',
    [
      ['2026-Q4', 100, 'typed', ['new']],
      ['2026-Q4', 50, 'imported', ['renewal']],
    ],
    '150 imported new+renewal 2026-Q4=100,2026-Q4=50',
  ],
  [
    'a quota for all pipelines wins among equals',
    [
      ['2026-Q4', 100, 'typed', ['new']],
      ['2026-Q4', 180, 'typed'],
    ],
    '180 typed all 2026-Q4=180',
  ],
  [
    'a typed quota of one pipeline wins over an example for all',
    [
      ['2026-Q4', 100, 'typed', ['new']],
      ['2026-Q4', 180, 'example'],
    ],
    '100 typed new 2026-Q4=100',
  ],
  [
    'pipelines counted twice are refused',
    [
      ['2026-Q4', 100, 'typed', ['new', 'renewal']],
      ['2026-Q4', 50, 'typed', ['renewal']],
    ],
    'overlappingPipelines',
  ],
])('%s', (_case, stated, expected) => {
  expect(line(resolve(stated))).toBe(expected);
});

test('asked for some pipelines, only a quota for exactly these answers', () => {
  const stated: Stated[] = [
    ['2026-Q4', 100, 'typed', ['new', 'renewal']],
    ['2026-Q4', 180, 'typed'],
  ];
  expect(line(resolve(stated, '2026-Q4', ['renewal', 'new']))).toBe('100 typed new+renewal 2026-Q4=100');
  expect(line(resolve(stated, '2026-Q4', ['new']))).toBe('noQuota');
});

test('a quarter over its months: 22, 21 and 23 of 66 working days', () => {
  const months = ['2026-10', '2026-11', '2026-12'].map((key) =>
    line(resolve([['2026-Q4', 300_000, 'typed']], key)),
  );
  expect(months).toEqual([
    '100000 typed all 2026-Q4=100000',
    '95454.55 typed all 2026-Q4=95454.55',
    '104545.45 typed all 2026-Q4=104545.45',
  ]);
});

test('a longer quota is shared out to the last cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.constantFrom('2026', '2026-H1', '2026-Q2'),
      (cents, key) => {
        const parts = periodsWithin(berlin, periodFromKey(berlin, key), 'month').map((month) =>
          resolve([[key, cents / 100, 'typed']], month.key),
        );
        const amounts = parts.map((part) => (part.ok ? part.value.amount : eur(0)));
        expect(sumMoney(amounts, 'EUR')).toEqual(eur(cents / 100));
      },
    ),
  );
});

test('the order of the quotas does not matter, and the parts sum to the amount', () => {
  const stated = fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom('2026-10', '2026-11', '2026-12', '2026-Q4', '2026'),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom<Quota['source']>('typed', 'imported', 'goal', 'example'),
        fc.option(fc.constantFrom<string[]>(['new'], ['renewal'])),
      ),
      { selector: ([key, , source, pipelines]) => [key, source, pipelines].join() },
    )
    .map((quotas) =>
      quotas.map(([key, amount, source, pipelines]): Stated => [key, amount, source, pipelines]),
    );
  fc.assert(
    fc.property(stated, (quotas) => {
      const resolved = resolve(quotas);
      const reversed = resolve(quotas.toReversed());
      expect(reversed.ok).toBe(resolved.ok);
      if (!resolved.ok || !reversed.ok) return;
      expect(reversed.value.amount).toEqual(resolved.value.amount);
      expect(reversed.value.source).toBe(resolved.value.source);
      const contributions = resolved.value.parts.map(({ contribution }) => contribution);
      expect(sumMoney(contributions, 'EUR')).toEqual(resolved.value.amount);
    }),
  );
});
