import fc from 'fast-check';
import { creditDeal } from '../../../src/domains/quota/credit-deal.ts';
import { simulateDeal } from '../../../src/domains/quota/simulate-deal.ts';
import type { DealState } from '../../../src/domains/quota/types.ts';
import { money, sumMoney } from '../../../src/kernel/money.ts';
import { periodAt, periodFromKey } from '../../../src/kernel/period.ts';
import { toPercentText } from '../../../src/kernel/ratio.ts';
import { at, berlin, eur, openDeal, q1, q4, wonDeal } from './examples.ts';

const simulate = (change: Partial<Parameters<typeof simulateDeal>[0]> = {}) =>
  simulateDeal({
    deal: openDeal(),
    ownerId: 'ana',
    amount: eur(24_000),
    closeAt: at('2026-12-30T12:00'),
    period: q4,
    credited: eur(213_000),
    quota: eur(300_000),
    calendar: berlin,
    now: at('2026-11-24T10:42'),
    ...change,
  });

function line(simulation: ReturnType<typeof simulate>): string {
  if (!simulation.ok) {
    const { failure } = simulation;
    return failure.kind === 'noCredit' ? `${failure.kind}: ${failure.reason}` : failure.kind;
  }
  const { standing, need } = simulation.value;
  const rest =
    need.kind === 'perWorkingDay'
      ? `${need.amount.minor / 100} a day for ${need.workingDaysLeft}`
      : need.kind;
  return `${toPercentText(standing.attainment)}, ${rest}`;
}

test.each<[string, Partial<Parameters<typeof simulateDeal>[0]>, string]>([
  // 237,000 of 300,000; 63,000 over 28 working days from 24 November on.
  ['71 % becomes 79 %', {}, '79 %, 2250 a day for 28'],
  ['another amount', { amount: eur(87_000) }, '100 %, met'],
  [
    'a deal without an amount can be given one',
    { deal: openDeal({ amount: null }) },
    '79 %, 2250 a day for 28',
  ],
  [
    'a split partner gains the part',
    {
      deal: openDeal({
        splits: [
          { ownerId: 'ana', percentage: '0.5', kind: 'primary' },
          { ownerId: 'ben', percentage: '0.5', kind: 'primary' },
        ],
      }),
    },
    '75 %, 2678.58 a day for 28',
  ],
  ['somebody else gains nothing', { ownerId: 'ben' }, '71 %, 3107.15 a day for 28'],
  // 64 working days in the first quarter of 2027, none of them gone.
  [
    'in a period to come',
    { closeAt: at('2027-01-31T12:00'), period: q1, credited: eur(0), quota: eur(100_000) },
    '24 %, 1187.5 a day for 64',
  ],
  [
    'a won deal is replaced, not counted twice',
    { deal: wonDeal(), amount: eur(30_000) },
    '73 %, 2892.86 a day for 28',
  ],
  [
    'a deal that counts negative is made good and won',
    { deal: openDeal({ wonEnteredAt: at('2026-08-01T12:00'), wonExitedAt: at('2026-10-15T12:00') }) },
    '87 %, 1392.86 a day for 28',
  ],
  ['a quota of nothing', { quota: eur(0) }, 'zeroQuota'],
  ['nobody to credit', { deal: openDeal({ ownerId: null }) }, 'noCredit: noOwner'],
])('%s', (_case, change, expected) => {
  expect(line(simulate(change))).toBe(expected);
});

test('a close date outside the period is a mistake of the caller', () => {
  expect(() => simulate({ period: q1 })).toThrow(RangeError);
});

test('a simulated win comes true: crediting the won deal gives the same', () => {
  const instant = fc.date({ min: at('2026-07-01T00:00'), max: at('2027-06-30T00:00'), noInvalidDate: true });
  const anyState = fc.record({
    closeAt: fc.option(instant),
    isWon: fc.boolean(),
    wonEnteredAt: fc.option(instant),
    wonExitedAt: fc.option(instant),
    splits: fc.constantFrom<DealState['splits']>(
      [],
      [
        { ownerId: 'ana', percentage: '0.33333333', kind: 'primary' },
        { ownerId: 'ben', percentage: '0.66666667', kind: 'primary' },
      ],
    ),
  });
  fc.assert(
    fc.property(anyState, fc.integer({ min: 0, max: 1e9 }), instant, (state, cents, closeAt) => {
      const deal = openDeal(state);
      const amount = money(cents, 'EUR');
      const period = periodFromKey(berlin, periodAt(berlin, 'quarter', closeAt).key);
      const creditedTo = (credited: DealState) => {
        const credits = creditDeal(credited, berlin, 'quarter');
        const own = credits.ok ? credits.value.filter((credit) => credit.ownerId === 'ana') : [];
        return sumMoney(
          own.filter(({ periodKey }) => periodKey === period.key).map((credit) => credit.amount),
          'EUR',
        );
      };
      const simulated = simulate({ deal, amount, closeAt, period, credited: creditedTo(deal) });
      expect(simulated).toMatchObject({
        value: { standing: { credited: creditedTo({ ...deal, amount, closeAt, isWon: true }) } },
      });
    }),
  );
});
