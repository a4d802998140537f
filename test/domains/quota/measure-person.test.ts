import { measurePerson } from '../../../src/domains/quota/measure-person.ts';
import type { Quota } from '../../../src/domains/quota/types.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { berlin, credit, eur, q4 } from './examples.ts';

const quota = (change: Partial<Quota> = {}): Quota => ({
  pipelineIds: null,
  periodKey: '2026-Q4',
  amount: eur(66_000),
  source: 'goal',
  ...change,
});
const measure = (change: Partial<Parameters<typeof measurePerson>[0]> = {}) =>
  measurePerson({
    employment: { startDate: null, endDate: null, rampMonths: 0 },
    quotas: [quota()],
    credits: [credit({ amount: eur(33_000) })],
    exclusions: [],
    uncountedPipelineIds: [],
    calendar: berlin,
    period: q4,
    currency: 'EUR',
    ...change,
  });

test('credit is measured against the full quota of somebody who was there all the time', () => {
  const { proration, attainment } = measure();
  expect(proration).toBeNull();
  expect(attainment.standing).toMatchObject({
    ok: true,
    value: { credited: eur(33_000), quota: eur(66_000), attainment: ratio(1, 2), gap: eur(33_000) },
  });
});

test('somebody who starts in November has the quota of 44 of 66 working days', () => {
  const {
    quota: reduced,
    proration,
    attainment,
  } = measure({
    employment: { startDate: '2026-11-01', endDate: null, rampMonths: 0 },
  });
  expect(reduced).toMatchObject({ ok: true, value: { amount: eur(44_000), source: 'goal' } });
  expect(proration).toEqual(ratio(2, 3));
  expect(attainment.standing).toMatchObject({ ok: true, value: { attainment: ratio(3, 4) } });
});

test('somebody who left before the quarter has a quota of nothing, of which no share can be taken', () => {
  const { attainment } = measure({
    employment: { startDate: null, endDate: '2026-09-30', rampMonths: 0 },
  });
  expect(attainment.standing).toEqual({ ok: false, failure: { kind: 'zeroQuota' } });
  expect(attainment.credited).toEqual(eur(33_000));
});

test('without a quota the credit stands alone', () => {
  expect(measure({ quotas: [] })).toMatchObject({
    quota: { ok: false, failure: { kind: 'noQuota' } },
    proration: null,
    attainment: { credited: eur(33_000), standing: { ok: false, failure: { kind: 'noQuota' } } },
  });
});

test("only credit of the period and of the quota's pipelines counts", () => {
  const { attainment } = measure({
    quotas: [quota({ pipelineIds: ['default'] })],
    credits: [
      credit({ amount: eur(1) }),
      credit({ amount: eur(10), pipelineId: 'renewals' }),
      credit({ amount: eur(100), periodKey: '2026-Q3' }),
    ],
  });
  expect(attainment.credited).toEqual(eur(1));
});
