import { describeLikelihood } from '../../../src/domains/forecast/describe-likelihood.ts';
import type { LikelihoodQuestion } from '../../../src/domains/forecast/describe-likelihood.ts';
import type { EstimatedWin, WinEstimate } from '../../../src/domains/forecast/types.ts';
import { money } from '../../../src/kernel/money.ts';
import type { PeriodKind } from '../../../src/kernel/period.ts';
import { estimated } from './estimates.ts';

const end = new Date('2027-01-01T00:00:00Z');
const offer: LikelihoodQuestion['deal'] = {
  amount: money(2_400_000, 'EUR'),
  closeAt: new Date('2026-12-30T00:00:00Z'),
  stageLabel: 'Offer',
};

const describeOffer = (estimate: WinEstimate, deal = offer, kind: PeriodKind = 'quarter') =>
  describeLikelihood({ estimate, period: { kind, end }, deal });

/** The evidence sentence and the lines behind "Why?". */
function words(changes: Partial<EstimatedWin>, deal = offer) {
  const text = describeOffer(estimated(38, changes), deal);
  return text.kind === 'none' ? [] : [text.evidence, ...text.explanation];
}

const evidence = estimated(38).evidence!;

test('counts in full', () => {
  expect(describeOffer(estimated(38))).toEqual({
    kind: 'estimated',
    probability: { value: 0.38, text: '38 %' },
    label: 'Likely this quarter',
    evidence: '15 of 40 deals like this were won in time',
    basis: 'cells',
    forecastAmount: '9,120 EUR',
    explanation: [
      'Like this: deals that were still in Offer after 21 days, as this one is.',
      'In time: won within 37 days, which is what is left of this quarter.',
    ],
  });
});

test.each([
  ['month', 'Likely this month'],
  ['quarter', 'Likely this quarter'],
  ['half', 'Likely this half-year'],
  ['year', 'Likely this year'],
] as const)('the label of a %s', (kind, label) => {
  expect(describeOffer(estimated(38), offer, kind)).toMatchObject({ label });
});

test('without an amount there is no forecast amount', () => {
  expect(describeOffer(estimated(38), { ...offer, amount: null })).toMatchObject({ forecastAmount: null });
});

test('a deal that has just entered, on the last day', () => {
  expect(words({ horizonDays: 1, evidence: { ...evidence, fromDay: 0 } }).slice(1)).toEqual([
    'Like this: every deal from the day it entered Offer.',
    'In time: won within 1 day, which is what is left of this quarter.',
  ]);
});

test('deals that are still open are told apart', () => {
  expect(words({ evidence: { ...evidence, running: 3 } })).toContain(
    '3 more are still open; they count for as long as they have been followed.',
  );
  expect(words({ evidence: { ...evidence, won: 2, known: 3, running: 22 } })[0]).toBe(
    '2 of 25 deals like this were won so far, 22 are still open',
  );
});

test('while as many are known as are open, the known ones speak', () => {
  expect(words({ evidence: { ...evidence, won: 2, known: 22, running: 22 } })[0]).toBe(
    '2 of 22 deals like this were won in time',
  );
});

test('counts that are pulled towards the stage', () => {
  const lines = words({ basis: 'shrunken', closedDeals: 120 });
  expect(lines[0]).toBe('15 of 40 deals like this were won in time');
  expect(lines.at(-1)).toBe(
    'With 120 closed deals (200 needed to count in full) this is evened out with 60 of 200 from the whole stage and with the average of all stages.',
  );
});

test('a stage with little history in a portal with much', () => {
  expect(words({ basis: 'shrunken', evidence: { ...evidence, won: 4, known: 8 } }).at(-1)).toBe(
    'Fewer than 20 deals of this stage have closed or been followed for 31 days: evened out with the average of all stages.',
  );
  expect(words({ basis: 'shrunken', evidence: { ...evidence, won: 0, known: 0 } })[0]).toBe(
    'No earlier deal was in this stage; showing the average of all stages',
  );
});

test('none of many is not never', () => {
  const line = 'No open deal is certain: it is never shown below 1 % or above 99 %.';
  expect(words({ evidence: { ...evidence, won: 0 } })).toContain(line);
  expect(words({ evidence: { ...evidence, won: 40 } })).toContain(line);
  expect(words({})).not.toContain(line);
});

test('a close date after the period is pointed out', () => {
  const line = 'Its close date is later than this quarter; the estimate goes by stage and time alone.';
  expect(words({}, { ...offer, closeAt: end })).toContain(line);
  expect(words({})).not.toContain(line);
});

test("the pipeline's own percentage", () => {
  expect(words({ basis: 'pipeline', evidence: null, closedDeals: 12 })).toEqual([
    "50 closed deals needed to estimate, 12 so far; showing the pipeline's own percentage",
    "The pipeline's percentage is the chance of a win at any time, not only in this period.",
  ]);
});

test('a period that is over', () => {
  expect(words({ horizonDays: 0, evidence: null })).toEqual([
    'The period is over',
    'A deal that is still open can no longer be won in this period.',
  ]);
});

test.each([
  ['closed', 'This deal is closed.'],
  [
    'unknownStage',
    'No estimate: the stage of this deal is not in its pipeline, and no earlier deal was in it.',
  ],
] as const)('no estimate: %s', (reason, sentence) => {
  expect(describeOffer({ kind: 'none', reason })).toEqual({ kind: 'none', sentence });
});
