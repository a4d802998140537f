import { proposeExampleQuota } from '../../../src/domains/quota/propose-example-quota.ts';
import type { Credit } from '../../../src/domains/quota/types.ts';
import { periodFromKey } from '../../../src/kernel/period.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { berlin, credit, eur, q4 } from './examples.ts';

const earned = (periodKey: string, amount: number, change: Partial<Credit> = {}): Credit =>
  credit({ periodKey, amount: eur(amount), at: periodFromKey(berlin, periodKey).start, ...change });

const propose = (credits: Credit[]) =>
  proposeExampleQuota({ credits, calendar: berlin, period: q4, currency: 'EUR' });

test.each<[string, Credit[], number]>([
  // 100, 200, 300, 400 thousand: the median lies between the middle two.
  [
    'the median of four quarters',
    [
      earned('2026-Q3', 400_000),
      earned('2026-Q2', 100_000),
      earned('2026-Q1', 300_000),
      earned('2025-Q4', 200_000),
    ],
    250_000,
  ],
  [
    'credit of a quarter is added up first',
    [earned('2026-Q3', 100_000), earned('2026-Q3', 50_000), earned('2026-Q3', -30_000, { kind: 'reversal' })],
    120_000,
  ],
  ['rounded to two figures', [earned('2026-Q3', 213_456.78)], 210_000],
  ['half away from zero', [earned('2026-Q3', 87_500)], 88_000],
  ['up into the next figure', [earned('2026-Q3', 99_600)], 100_000],
  ['a newcomer’s two quarters', [earned('2026-Q3', 90_000), earned('2026-Q2', 50_000)], 70_000],
  [
    'older quarters do not count',
    [
      earned('2025-Q3', 9_000_000),
      ...['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((key) => earned(key, 80_000)),
    ],
    80_000,
  ],
  [
    'a quarter without credit counts as zero once there was some',
    [earned('2026-Q1', 90_000), earned('2026-Q3', 50_000)],
    50_000,
  ],
  [
    'the present quarter and overlay do not count',
    [earned('2026-Q4', 900_000), earned('2026-Q3', 50_000), earned('2026-Q3', 10_000, { track: 'overlay' })],
    50_000,
  ],
])('%s', (_case, credits, amount) => {
  expect(propose(credits)).toEqual(ok(eur(amount)));
});

test.each<[string, Credit[]]>([
  ['nobody has earned anything', []],
  ['only the present quarter', [earned('2026-Q4', 50_000)]],
  ['one good quarter long ago, then none', [earned('2025-Q4', 50_000)]],
  ['more was taken back than earned', [earned('2026-Q3', -50_000)]],
])('no proposal: %s', (_case, credits) => {
  expect(propose(credits)).toEqual(err('noHistory'));
});

test('an amount of one figure stays as it is', () => {
  expect(propose([earned('2026-Q3', 0.07)])).toEqual(ok(eur(0.07)));
});
