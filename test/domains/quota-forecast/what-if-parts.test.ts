import { bareAmount } from '../../../src/domains/quota-forecast/bare-amount.ts';
import { describeDealFacts } from '../../../src/domains/quota-forecast/describe-deal-facts.ts';
import { describeWhatIf } from '../../../src/domains/quota-forecast/describe-what-if.ts';
import { asOfLabel, datedMoment, localDay } from '../../../src/kernel/local-day.ts';
import { partialShare } from '../../../src/domains/quota-forecast/partial-share.ts';
import { readWhatIf } from '../../../src/domains/quota-forecast/read-what-if.ts';
import { startWhatIf } from '../../../src/domains/quota-forecast/start-what-if.ts';
import { money } from '../../../src/kernel/money.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { at, eur, q1, q4, standing } from '../quota/examples.ts';

const timeZone = 'Europe/Berlin';

describe("the deal's own facts", () => {
  const facts = {
    amount: '24000.40',
    currency: 'USD',
    stageLabel: 'Negotiation',
    closeAt: new Date('2026-12-30T23:30:00Z'),
    isClosed: false,
    timeZone,
  };
  test.each([
    [{}, '24,000 USD · Negotiation · closes 31 Dec 2026'],
    [{ isClosed: true }, '24,000 USD · Negotiation · closed 31 Dec 2026'],
    [{ amount: null }, 'no amount · Negotiation · closes 31 Dec 2026'],
    [{ amount: '0' }, '0 USD · Negotiation · closes 31 Dec 2026'],
    [{ closeAt: null }, '24,000 USD · Negotiation · no close date'],
  ])('%j', (change, expected) => {
    expect(describeDealFacts({ ...facts, ...change })).toBe(expected);
  });
});

test.each([
  [{ kind: 'met' } as const, 'then the quota is met'],
  [
    { kind: 'perWorkingDay', amount: eur(4_900), workingDaysLeft: 12 } as const,
    'then 4,900 EUR a working day',
  ],
  [
    { kind: 'noDayLeft', gap: eur(63_000) } as const,
    'then 63,000 EUR are missing and no working day is left',
  ],
])('a what-if in one sentence: %j', (need, then) => {
  const question = {
    amount: money(2_400_000, 'USD'),
    closeAt: at('2026-12-30T00:00'),
    timeZone,
    before: ratio(71, 100),
    simulation: { standing: standing(237_000, 300_000), need },
    period: q4,
    presentPeriod: q4,
  };
  expect(describeWhatIf(question)).toEqual({
    sentence: `Close this at 24,000 USD by 30 Dec 2026: 71 → 79 %; ${then}.`,
    attainment: { value: 0.79, text: '79 %' },
    remark: null,
  });
  expect(describeWhatIf({ ...question, period: q1 }).remark).toBe('Counts in Q1 2027.');
});

describe('where a what-if starts', () => {
  const start = (closeAt: Date | null) =>
    startWhatIf({ amount: '1', currency: 'EUR', closeAt, present: q4, now: at('2026-11-24T10:00'), timeZone })
      .closeDate;
  test.each([
    ["at the deal's date", at('2026-12-15T23:59'), '2026-12-15'],
    ["in the portal's zone", new Date('2026-12-15T23:30:00Z'), '2026-12-16'],
    ["at the period's last day where that is gone", at('2026-11-24T09:59'), '2026-12-31'],
    ['or missing', null, '2026-12-31'],
    ['a later period is left as it is', at('2027-02-10T12:00'), '2027-02-10'],
  ])('%s', (_case, closeAt, expected) => {
    expect(start(closeAt)).toBe(expected);
  });
});

describe('what somebody invents', () => {
  const read = (closeDate: string, exchangeRate: string | null = '0.5') =>
    readWhatIf(
      { amount: '24000.5', closeDate },
      {
        deal: { currency: 'USD', exchangeRate },
        companyCurrency: 'EUR',
        timeZone,
        now: at('2026-11-24T23:59'),
      },
    );
  test('is read in both currencies, at midnight of the day', () => {
    expect(read('2026-11-24')).toEqual(
      ok({ typed: money(2_400_050, 'USD'), home: money(1_200_025, 'EUR'), closeAt: at('2026-11-24T00:00') }),
    );
  });
  test('is refused with the field at fault', () => {
    expect(read('2026-11-23')).toMatchObject(err({ code: 'bad_request', field: 'closeDate' }));
    expect(read('2026-11-25', null)).toMatchObject(err({ code: 'bad_request', field: 'amount' }));
  });
});

test("a person's part of a deal", () => {
  const split = (ownerId: string, percentage: string, track: 'primary' | 'overlay' = 'primary') => ({
    ownerId,
    percentage,
    track,
  });
  expect(partialShare([], 'ana')).toBeNull();
  expect(partialShare([split('ana', '1.0')], 'ana')).toBeNull();
  expect(partialShare([split('ana', '0.6'), split('eva', '0.4')], 'eva')).toEqual(ratio(2, 5));
  expect(partialShare([split('eva', '1')], 'ana')).toEqual(ratio(0));
  expect(partialShare([split('eva', '0.2', 'overlay')], 'ana')).toBeNull();
});

test("days and moments are those of the portal's zone", () => {
  expect(localDay(new Date('2026-12-30T23:30:00Z'), timeZone)).toBe('31 Dec 2026');
  expect(datedMoment(new Date('2026-12-31T23:30:00Z'), timeZone)).toBe('1 Jan 2027, 00:30');
  expect(asOfLabel(new Date('2026-11-24T23:30:00Z'), timeZone)).toBe('as of 25 Nov, 00:30');
  expect(bareAmount(eur(213_000.4))).toBe('213,000');
});
