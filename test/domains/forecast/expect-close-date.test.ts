import { expectCloseDate } from '../../../src/domains/forecast/expect-close-date.ts';
import { fitStageAgeCells } from '../../../src/domains/forecast/fit-stage-age-cells.ts';
import type { HistoricDeal } from '../../../src/domains/forecast/types.ts';
import { closedStages, day, deal, times } from './histories.ts';

const opening = deal([['demo', -10]], 'lost', -9.5);
/** Of 30 won deals 10 took 10 days, 10 took 40 and 10 took 90; 30 were lost after 5. */
const history = [
  opening,
  ...[10, 40, 90].flatMap((closedOn) => times(10, deal([['demo', 0]], 'won', closedOn))),
  ...times(30, deal([['demo', 0]], 'lost', 5)),
];

function ask(deals: readonly HistoricDeal[], enteredOn: number, stageId = 'demo') {
  const model = fitStageAgeCells({ deals, closedStages, now: day(400) });
  return expectCloseDate(model, { stageId, stageEnteredAt: day(enteredOn) }, day(400));
}

test.each([
  // Just in: the middle one of the wins took 40 days.
  [400, 440, 30],
  // In the stage for 14 days: 20 wins were left, 10 of them 26 days later.
  [386, 426, 20],
  // For 52 days: the last 10, 38 days later; but they are fewer than 20 deals, so the deals of day 36 answer: 4 days.
  [348, 404, 20],
])('in the stage since day %i: day %i, from %i wins', (enteredOn, closeOn, won) => {
  expect(ask(history, enteredOn)).toEqual({ closeAt: day(closeOn), won });
});

test('ten wins are enough', () => {
  const tenWins = [
    opening,
    ...times(10, deal([['demo', 0]], 'won', 10)),
    ...times(50, deal([['demo', 0]], 'lost', 5)),
  ];
  expect(ask(tenWins, 400)).toEqual({ closeAt: day(410), won: 10 });
});

test('too few wins, an unknown stage and too short a history give no date', () => {
  const fewWins = [
    opening,
    ...times(9, deal([['demo', 0]], 'won', 10)),
    ...times(50, deal([['demo', 0]], 'lost', 5)),
  ];
  expect(ask(fewWins, 400)).toBeNull();
  expect(ask(history, 400, 'gone')).toBeNull();
  expect(ask(history.slice(0, 31), 400)).toBeNull();
});
