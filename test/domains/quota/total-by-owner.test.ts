import fc from 'fast-check';
import { measureAttainment } from '../../../src/domains/quota/measure-attainment.ts';
import { totalByOwner } from '../../../src/domains/quota/total-by-owner.ts';
import type { Credit } from '../../../src/domains/quota/types.ts';
import { money } from '../../../src/kernel/money.ts';
import { ok } from '../../../src/kernel/result.ts';
import { credit, eur } from './examples.ts';

test('what falls together is one sum; another owner, pipeline, period, kind or track is another', () => {
  const totals = totalByOwner([
    credit({ ownerId: '1', amount: eur(1) }),
    credit({ ownerId: '1', amount: eur(2) }),
    credit({ ownerId: '1', amount: eur(4), pipelineId: 'renewal' }),
    credit({ ownerId: '1', amount: eur(8), periodKey: '2026-Q3' }),
    credit({ ownerId: '1', amount: eur(-16), kind: 'reversal' }),
    credit({ ownerId: '1', amount: eur(32), track: 'overlay' }),
    credit({ ownerId: '2', amount: eur(64) }),
  ]);
  expect(totals.get('1')?.map(({ amount }) => amount)).toEqual([3, 4, 8, -16, 32].map(eur));
  expect(totals.get('2')?.map(({ amount }) => amount)).toEqual([eur(64)]);
  expect(totals.size).toBe(2);
});

test('amounts in two currencies do not add up', () => {
  expect(() => totalByOwner([credit({ amount: eur(1) }), credit({ amount: money(1, 'USD') })])).toThrow(
    TypeError,
  );
});

test('the sums of an owner measure as the credits do', () => {
  const credits = fc.array(
    fc
      .record({
        ownerId: fc.constantFrom('1', '2'),
        pipelineId: fc.constantFrom('default', 'renewal'),
        periodKey: fc.constantFrom('2026-Q3', '2026-Q4'),
        kind: fc.constantFrom('won', 'reversal'),
        track: fc.constantFrom('primary', 'overlay'),
        amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((minor) => money(minor, 'EUR')),
      } as const)
      .map(credit),
  );
  fc.assert(
    fc.property(credits, fc.constantFrom(null, ['renewal']), (all, pipelineIds) => {
      const measure = (counted: Parameters<typeof measureAttainment>[0]['credits']) => {
        const quota = ok({ amount: eur(1_000), source: 'typed' as const, pipelineIds, parts: [] });
        const input = {
          credits: counted,
          exclusions: [],
          periodKey: '2026-Q4',
          quota,
          uncountedPipelineIds: ['default'],
          currency: 'EUR',
        };
        return { ...measureAttainment(input), credits: null };
      };
      const byOwner = Map.groupBy(all, ({ ownerId }: Credit) => ownerId);
      const totals = totalByOwner(all);
      expect([...totals.keys()]).toEqual([...byOwner.keys()]);
      for (const [ownerId, own] of byOwner) {
        expect(measure(totals.get(ownerId) ?? [])).toEqual(measure(own));
      }
    }),
  );
});
