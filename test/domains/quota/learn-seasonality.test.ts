import { learnSeasonality } from '../../../src/domains/quota/learn-seasonality.ts';
import type { Credit } from '../../../src/domains/quota/types.ts';
import { periodFromKey, periodsWithin } from '../../../src/kernel/period.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { berlin, credit, eur, q4 } from './examples.ts';

/** Credit of a quarter by its three months. */
const quarter = (periodKey: string, ...byMonth: number[]): Credit[] =>
  periodsWithin(berlin, periodFromKey(berlin, periodKey), 'month').map((month, index) =>
    credit({ periodKey, amount: eur(byMonth[index]!), at: month.start }),
  );

const learn = (credits: Credit[]) => learnSeasonality({ credits, calendar: berlin, period: q4 });
const history = [
  ...quarter('2025-Q4', 10, 20, 70),
  ...quarter('2026-Q1', 20, 20, 60),
  ...quarter('2026-Q2', 20, 30, 50),
  ...quarter('2026-Q3', 30, 50, 20),
];

test('each month’s part of four quarters: 80, 120 and 200 of 400', () => {
  expect(learn(history)).toEqual(ok([ratio(1, 5), ratio(3, 10), ratio(1, 2)]));
});

test('the present quarter, overlay and what is older than eight quarters do not count', () => {
  const others = [
    ...quarter('2026-Q4', 1000, 0, 0),
    ...quarter('2024-Q3', 1000, 0, 0),
    ...quarter('2026-Q3', 1000, 0, 0).map((part): Credit => ({ ...part, track: 'overlay' })),
  ];
  expect(learn([...history, ...others])).toEqual(learn(history));
  expect(learn([...history, ...quarter('2024-Q4', 400, 0, 0)])).toEqual(
    ok([ratio(3, 5), ratio(3, 20), ratio(1, 4)]),
  );
});

test('months are those of the zone: half past midnight in Berlin is the new one', () => {
  const late = credit({ periodKey: '2026-Q2', amount: eur(100), at: new Date('2026-05-31T22:30:00Z') });
  expect(learn([...history, late])).toEqual(ok([ratio(80, 500), ratio(120, 500), ratio(300, 500)]));
});

test.each<[string, Credit[]]>([
  ['three quarters with credit', history.slice(3)],
  ['more taken back than earned in a month', [...history, ...quarter('2025-Q3', 0, -500, 600)]],
  ['nothing in the end', [...history, ...quarter('2025-Q3', -80, -120, -200)]],
])('not enough: %s', (_case, credits) => {
  expect(learn(credits)).toEqual(err('notEnoughHistory'));
});
