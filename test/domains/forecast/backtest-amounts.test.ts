import { backtestAmounts, type ValuedDeal } from '../../../src/domains/forecast/backtest-amounts.ts';
import { measureMiss } from '../../../src/domains/forecast/measure-miss.ts';
import { money } from '../../../src/kernel/money.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { day, pipelines } from './histories.ts';

/** Entered `demo` on a day, and ended on another; null while it is open. */
const deal = (entered: number, ended: number | null, won: boolean, amount = 100_00): ValuedDeal => ({
  outcome: ended === null ? null : won ? 'won' : 'lost',
  closedAt: ended === null ? null : day(ended),
  stages: [{ stageId: 'demo', enteredAt: day(entered) }],
  pipelineId: 'sales',
  amount: money(amount, 'EUR'),
});
const backtest = (deals: readonly ValuedDeal[]) =>
  backtestAmounts({
    deals,
    pipelines,
    periods: [{ key: '2026-Q3', start: day(200), end: day(290) }],
    currency: 'EUR',
  });

/** A hundred deals that were over before: half of them won after ten days. */
const past = Array.from({ length: 100 }, (_each, index) => deal(index, index + 10, index % 2 === 0));

test('counts what was open on the first day and was won by the end, by nobody’s foresight but the dates', () => {
  const open = [
    ...Array.from({ length: 6 }, () => deal(200 - 1, 210, true)),
    ...Array.from({ length: 6 }, () => deal(200 - 1, 220, false)),
    // Won too late, begun too late, and without an amount.
    deal(199, 400, true),
    deal(205, 210, true),
    { ...deal(199, 210, true), amount: null },
  ];
  const [measured] = backtest([...past, ...open]);
  expect(measured).toMatchObject({ key: '2026-Q3', deals: 13, actual: { minor: 600_00 } });
  // Half of the deals like these were won: 13 x 100 at about 50 %.
  expect(measured?.sideline.minor).toBeGreaterThan(550_00);
  expect(measured?.sideline.minor).toBeLessThan(750_00);
});

test('the weighted pipeline takes the deals that close within the period, at the stage’s percentage', () => {
  const open = Array.from({ length: 10 }, () => deal(199, 210, true));
  const later = Array.from({ length: 5 }, () => deal(199, 400, true));
  const [alone] = backtest([...past, ...open]);
  const [both] = backtest([...past, ...open, ...later]);
  expect(both?.pipeline).toEqual(alone?.pipeline);
  const share = pipelines.get('sales')?.stages.find(({ id }) => id === 'demo')?.probability;
  expect(alone?.pipeline.minor).toBe((1_000_00 * Number(share?.numerator)) / Number(share?.denominator));
});

test('a period without enough closed or open deals is left out', () => {
  const open = Array.from({ length: 10 }, () => deal(199, 210, true));
  expect(backtest([...past.slice(0, 49), ...open])).toEqual([]);
  expect(backtest([...past, ...open.slice(1)])).toEqual([]);
});

test('the miss adds up both ways, over what came', () => {
  expect(
    measureMiss([
      { stated: 120, actual: 100 },
      { stated: 80, actual: 100 },
    ]),
  ).toEqual(ratio(1, 5));
  expect(measureMiss([{ stated: 5, actual: 0 }])).toBeNull();
});
