import { listQuotaKeys } from '../../../src/domains/quota/list-quota-keys.ts';
import { periodFromKey } from '../../../src/kernel/period.ts';
import { berlin } from './examples.ts';

const keys = (key: string, startMonth = 1) => {
  const calendar = { ...berlin, startMonth };
  return listQuotaKeys(calendar, periodFromKey(calendar, key)).sort();
};

test('a quarter: itself, its months, and what is around it', () => {
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
  expect(keys('2026-Q4')).toEqual(['2026', '2026-10', '2026-11', '2026-12', '2026-H2', ...quarters].sort());
});

test('a month: itself and what is around it', () => {
  expect(keys('2026-05')).toEqual(expect.arrayContaining(['2026', '2026-05', '2026-H1', '2026-Q2']));
  expect(keys('2026-05')).not.toContain('2026-06');
});

test('a fiscal year that starts in April is named after the year in which it ends', () => {
  expect(keys('2027-Q1', 4)).toEqual(
    expect.arrayContaining(['2026-04', '2026-05', '2026-06', '2027', '2027-H1', '2027-Q1']),
  );
});
