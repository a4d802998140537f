import fc from 'fast-check';
import { creditDeal } from '../../../src/domains/quota/credit-deal.ts';
import type { DealSplit, DealState } from '../../../src/domains/quota/types.ts';
import { money, sumMoney } from '../../../src/kernel/money.ts';
import { err } from '../../../src/kernel/result.ts';
import { toDecimal, ratio } from '../../../src/kernel/ratio.ts';
import { at, berlin, eur, openDeal, wonDeal } from './examples.ts';

const split = (ownerId: string, percentage: string, kind: DealSplit['kind'] = 'primary'): DealSplit => ({
  ownerId,
  percentage,
  kind,
});

/** What a deal gives, as "owner period kind track amount" lines. */
function creditLines(deal: DealState): string[] | string {
  const credited = creditDeal(deal, berlin, 'quarter');
  if (!credited.ok) return `${credited.failure.reason} ${credited.failure.periodKey}`;
  return credited.value.map(
    ({ ownerId, periodKey, kind, track, amount }) =>
      `${ownerId} ${periodKey} ${kind} ${track} ${amount.minor / 100}`,
  );
}

test.each<[string, DealState, string[] | string]>([
  ['an open deal gives nothing', openDeal(), []],
  ['a won deal counts in the quarter of its close date', wonDeal(), ['ana 2026-Q4 won primary 24000']],
  [
    'of its close date, not of the day it was moved',
    wonDeal({ closeAt: at('2026-09-28T12:00'), wonEnteredAt: at('2026-10-02T12:00') }),
    ['ana 2026-Q3 won primary 24000'],
  ],
  [
    'half an hour before midnight in Berlin is still the old quarter',
    wonDeal({ closeAt: new Date('2026-12-31T22:30:00Z') }),
    ['ana 2026-Q4 won primary 24000'],
  ],
  [
    'the midnight itself is the new one',
    wonDeal({ closeAt: new Date('2026-12-31T23:00:00Z') }),
    ['ana 2027-Q1 won primary 24000'],
  ],
  [
    'reopened within its own quarter it leaves it',
    openDeal({ wonEnteredAt: at('2026-11-10T12:00'), wonExitedAt: at('2026-12-01T12:00') }),
    [],
  ],
  [
    'reopened in a later quarter it stays, and counts negative there',
    openDeal({
      closeAt: at('2027-03-31T12:00'),
      wonEnteredAt: at('2026-11-10T12:00'),
      wonExitedAt: at('2027-02-01T12:00'),
    }),
    ['ana 2026-Q4 won primary 24000', 'ana 2027-Q1 reversal primary -24000'],
  ],
  [
    'won by a close date before the day it was moved, it stays with that close date',
    openDeal({
      closeAt: at('2026-09-28T12:00'),
      wonEnteredAt: at('2026-10-02T12:00'),
      wonExitedAt: at('2026-10-15T12:00'),
    }),
    ['ana 2026-Q3 won primary 24000', 'ana 2026-Q4 reversal primary -24000'],
  ],
  [
    'an unknown day of winning is the close date, if that is before the reopening',
    openDeal({ closeAt: at('2026-09-28T12:00'), wonExitedAt: at('2026-10-15T12:00') }),
    ['ana 2026-Q3 won primary 24000', 'ana 2026-Q4 reversal primary -24000'],
  ],
  [
    'won again it counts once, where its close date lies now',
    wonDeal({
      closeAt: at('2027-02-20T12:00'),
      wonEnteredAt: at('2027-02-20T12:00'),
      wonExitedAt: at('2027-02-01T12:00'),
    }),
    ['ana 2027-Q1 won primary 24000'],
  ],
  [
    'splits share it, the odd cent to the first',
    wonDeal({ amount: eur(100.01), splits: [split('ben', '0.50000000'), split('ana', '0.50000000')] }),
    ['ana 2026-Q4 won primary 50.01', 'ben 2026-Q4 won primary 50'],
  ],
  [
    'an owner without a part in the splits gets nothing',
    wonDeal({ splits: [split('ben', '0.60000000'), split('cleo', '0.40000000')] }),
    ['ben 2026-Q4 won primary 14400', 'cleo 2026-Q4 won primary 9600'],
  ],
  [
    'overlay stands beside the whole',
    wonDeal({ splits: [split('eva', '0.25', 'overlay')] }),
    ['ana 2026-Q4 won primary 24000', 'eva 2026-Q4 won overlay 6000'],
  ],
  [
    'a reversal takes back the overlay too',
    openDeal({
      wonEnteredAt: at('2026-09-10T12:00'),
      wonExitedAt: at('2026-10-15T12:00'),
      splits: [split('eva', '0.25', 'overlay')],
    }),
    [
      'ana 2026-Q3 won primary 24000',
      'eva 2026-Q3 won overlay 6000',
      'ana 2026-Q4 reversal primary -24000',
      'eva 2026-Q4 reversal overlay -6000',
    ],
  ],
  ['a negative amount counts negative', wonDeal({ amount: eur(-500) }), ['ana 2026-Q4 won primary -500']],
  ['without an amount', wonDeal({ amount: null }), 'noAmount 2026-Q4'],
  ['without a close date', wonDeal({ closeAt: null }), 'noCloseDate null'],
  ['without an owner', wonDeal({ ownerId: null }), 'noOwner 2026-Q4'],
  [
    'reopened, and nobody knows when it was won',
    openDeal({ closeAt: null, wonExitedAt: at('2026-10-15T12:00') }),
    'noCloseDate null',
  ],
  [
    'an open deal without anything is nobody’s fault',
    openDeal({ amount: null, closeAt: null, ownerId: null }),
    [],
  ],
])('%s', (_case, deal, lines) => {
  expect(creditLines(deal)).toEqual(lines);
});

const instant = fc.date({ min: at('2025-01-01T00:00'), max: at('2028-01-01T00:00'), noInvalidDate: true });
const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
const anySplits = weights.map((parts) => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => split(`owner ${index}`, toDecimal(ratio(part, total), 8)));
});
const anyDeal = fc.record({
  amount: fc.integer({ min: -1e9, max: 1e12 }).map((minor) => money(minor, 'EUR')),
  closeAt: instant,
  isWon: fc.boolean(),
  wonEnteredAt: fc.option(instant),
  wonExitedAt: fc.option(instant),
  splits: anySplits,
});

test('primary credit of a won deal sums to its amount, of any other deal to nothing', () => {
  fc.assert(
    fc.property(anyDeal, (state) => {
      const credited = creditDeal(openDeal(state), berlin, 'month');
      fc.pre(credited.ok);
      const total = sumMoney(
        credited.value.map(({ amount }) => amount),
        'EUR',
      );
      expect(total).toEqual(state.isWon ? state.amount : eur(0));
    }),
  );
});

test('the order in which splits are read does not matter', () => {
  fc.assert(
    fc.property(anyDeal, fc.infiniteStream(fc.nat()), (state, randoms) => {
      const shuffled = state.splits
        .map((part) => ({ part, order: randoms.next().value as number }))
        .toSorted((left, right) => left.order - right.order)
        .map(({ part }) => part);
      expect(creditDeal(openDeal({ ...state, splits: shuffled }), berlin, 'quarter')).toEqual(
        creditDeal(openDeal(state), berlin, 'quarter'),
      );
    }),
  );
});

test('an exclusion names the deal and its owner', () => {
  expect(creditDeal(wonDeal({ dealId: '7', amount: null }), berlin, 'month')).toEqual(
    err({ dealId: '7', ownerId: 'ana', reason: 'noAmount', periodKey: '2026-11' }),
  );
});
