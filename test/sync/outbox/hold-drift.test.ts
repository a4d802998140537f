import { holdDrift } from '../../../src/sync/outbox/hold-drift.ts';

const values = (probability: string, period = '2026-Q4') => ({
  sideline_win_probability: probability,
  sideline_forecast_amount: `${Number(probability) * 1000}.00`,
  sideline_period: period,
  sideline_gap: '5.00',
});

test.each([
  ['none', '0.30', '0.60', '0.30'],
  ['nightly', '0.30', '0.31', '0.30'],
  ['nightly', '0.30', '0.32', '0.32'],
  ['nightly', '0.30', '0.28', '0.28'],
  ['weekly', '0.30', '0.31', '0.31'],
] as const)('in the %s pass %s becoming %s is shown as %s', (pass, shown, wanted, result) => {
  const held = holdDrift(values(wanted), values(shown), pass);
  expect(held).toEqual({ ...values(result), sideline_gap: '5.00' });
});

test('a new period is news at any time', () => {
  expect(holdDrift(values('0.31', '2027-Q1'), values('0.30'), 'none')).toEqual(values('0.31', '2027-Q1'));
});

test('a first value, and a value that cannot be computed any more, are news', () => {
  expect(holdDrift(values('0.31'), {}, 'none')).toEqual(values('0.31'));
  const gone = { ...values('0.31'), sideline_win_probability: '' };
  expect(holdDrift(gone, values('0.30'), 'none')).toEqual(gone);
});

test('everything else passes through', () => {
  const desired = { ...values('0.30'), sideline_gap: '7.00' };
  expect(holdDrift(desired, values('0.30'), 'none')).toEqual(desired);
});
