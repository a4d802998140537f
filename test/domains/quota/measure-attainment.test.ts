import fc from 'fast-check';
import { measureAttainment } from '../../../src/domains/quota/measure-attainment.ts';
import type {
  Credit,
  Exclusion,
  Quota,
  QuotaAbsence,
  ResolvedQuota,
} from '../../../src/domains/quota/types.ts';
import { money } from '../../../src/kernel/money.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import type { Result } from '../../../src/kernel/result.ts';
import { credit, eur } from './examples.ts';

const resolved = (
  amount: number,
  pipelineIds: Quota['pipelineIds'] = null,
): Result<ResolvedQuota, QuotaAbsence> =>
  ok({ amount: eur(amount), source: 'typed', pipelineIds, parts: [] });

const measure = (
  credits: Credit[],
  quota: Result<ResolvedQuota, QuotaAbsence> = resolved(300_000),
  exclusions: Exclusion[] = [],
  uncountedPipelineIds: string[] = [],
) =>
  measureAttainment({
    credits,
    exclusions,
    periodKey: '2026-Q4',
    quota,
    uncountedPipelineIds,
    currency: 'EUR',
  });

test('213,000 of 300,000 is 71 %, and 87,000 are missing', () => {
  const measured = measure([credit({ amount: eur(200_000) }), credit({ amount: eur(13_000) })]);
  expect(measured.standing).toEqual(
    ok({ credited: eur(213_000), quota: eur(300_000), attainment: ratio(71, 100), gap: eur(87_000) }),
  );
});

test('beyond the quota the gap is negative', () => {
  expect(measure([credit({ amount: eur(330_000) })]).standing).toMatchObject({
    value: { attainment: ratio(11, 10), gap: eur(-30_000) },
  });
});

test('reversals are taken off and shown, overlay stands beside', () => {
  const measured = measure([
    credit({ amount: eur(100_000) }),
    credit({ amount: eur(-12_000), kind: 'reversal' }),
    credit({ amount: eur(7_000), track: 'overlay' }),
  ]);
  expect(measured).toMatchObject({ credited: eur(88_000), reversed: eur(-12_000), overlay: eur(7_000) });
  expect(measured.credits).toHaveLength(3);
});

test('other periods, and pipelines that the quota leaves out, do not count', () => {
  const credits = [
    credit({ amount: eur(1_000) }),
    credit({ amount: eur(2_000), periodKey: '2026-Q3' }),
    credit({ amount: eur(4_000), pipelineId: 'renewal' }),
  ];
  expect(measure(credits, resolved(10_000)).credited).toEqual(eur(5_000));
  expect(measure(credits, resolved(10_000, ['renewal'])).credited).toEqual(eur(4_000));
  const credited = (quota: Result<ResolvedQuota, QuotaAbsence>, uncounted: string[]) =>
    measure(credits, quota, [], uncounted).credited;
  expect(credited(resolved(10_000), ['renewal'])).toEqual(eur(1_000));
  expect(credited(resolved(10_000, ['renewal']), ['renewal'])).toEqual(eur(4_000));
  expect(credited(err({ kind: 'noQuota' }), ['renewal'])).toEqual(eur(1_000));
});

test('no credit is 0 %: that is known', () => {
  expect(measure([]).standing).toMatchObject({ value: { attainment: ratio(0), gap: eur(300_000) } });
});

test.each<[string, Result<ResolvedQuota, QuotaAbsence>, QuotaAbsence]>([
  ['no quota', err({ kind: 'noQuota' }), { kind: 'noQuota' }],
  ['a quota of nothing', resolved(0), { kind: 'zeroQuota' }],
])('with %s attainment is absent with the reason, the credit is not', (_case, quota, absence) => {
  const measured = measure([credit({ amount: eur(1_000) })], quota);
  expect(measured.standing).toEqual(err(absence));
  expect(measured.credited).toEqual(eur(1_000));
});

test('left out are the won deals that are missing from the period or from nobody knows which', () => {
  const exclusion = (dealId: string, periodKey: string | null): Exclusion => ({
    dealId,
    ownerId: 'ana',
    reason: periodKey === null ? 'noCloseDate' : 'noAmount',
    periodKey,
  });
  const { exclusions } = measure([], resolved(1), [
    exclusion('1', '2026-Q4'),
    exclusion('2', '2026-Q3'),
    exclusion('3', null),
  ]);
  expect(exclusions.map(({ dealId }) => dealId)).toEqual(['1', '3']);
});

test('the order of credit does not matter', () => {
  const credits = fc.array(
    fc.record({
      amount: fc.integer({ min: -1e9, max: 1e9 }).map((minor) => money(minor, 'EUR')),
      periodKey: fc.constantFrom('2026-Q3', '2026-Q4'),
      track: fc.constantFrom('primary' as const, 'overlay' as const),
    }),
  );
  fc.assert(
    fc.property(credits, (changes) => {
      const forward = measure(changes.map(credit));
      const backward = measure(changes.map(credit).toReversed());
      expect({ ...backward, credits: backward.credits.toReversed() }).toEqual(forward);
    }),
  );
});
