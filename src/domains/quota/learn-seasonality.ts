import { periodsWithin, trailingPeriods } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Credit } from './types.ts';

type SeasonCredit = Pick<Credit, 'periodKey' | 'track' | 'at' | 'amount'>;

/** Two years of quarters, so that no single year makes the season. */
export const seasonPeriods = 8;
/** Fewer say more about chance than about the season. */
const periodsNeeded = 4;

/**
 * How credit spreads over the months of a period: for each month, in order, its part of all primary credit in the last
 * eight completed periods before `period`. The parts sum to 1. None when fewer than four of them have credit, or when
 * reversals leave a month below zero.
 */
export function learnSeasonality({
  credits,
  calendar,
  period,
}: {
  /** Of everybody, or summed by month. */
  readonly credits: readonly SeasonCredit[];
  readonly calendar: FiscalCalendar;
  readonly period: Period;
}): Result<Ratio[], 'notEnoughHistory'> {
  const byPeriod = Map.groupBy(
    credits.filter(({ track }) => track === 'primary'),
    ({ periodKey }) => periodKey,
  );
  const histories = trailingPeriods(calendar, period, seasonPeriods)
    .filter(({ key }) => byPeriod.has(key))
    .map((completed) => sumByMonth(byPeriod.get(completed.key) ?? [], calendar, completed));
  if (histories.length < periodsNeeded) return err('notEnoughHistory');

  const months = periodsWithin(calendar, period, 'month');
  const byMonth = months.map((_, index) => sum(histories.map((history) => history[index] ?? 0)));
  const total = sum(byMonth);
  if (total <= 0 || byMonth.some((minor) => minor < 0)) return err('notEnoughHistory');
  return ok(byMonth.map((minor) => ratio(minor, total)));
}

function sumByMonth(credits: readonly SeasonCredit[], calendar: FiscalCalendar, period: Period): number[] {
  return periodsWithin(calendar, period, 'month').map(({ start, end }) =>
    sum(credits.filter(({ at }) => at >= start && at < end).map(({ amount }) => amount.minor)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
