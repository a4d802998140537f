import { multiplyByRatio } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import {
  addMonths,
  earliestOf,
  latestOf,
  nextDay,
  startOfLocalDate,
  workingDaysBetween,
} from '../../kernel/period.ts';
import type { FiscalCalendar, LocalDate, Period } from '../../kernel/period.ts';
import { multiplyRatios, oneRatio, ratio, sumRatios } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { listRampMonths } from './list-ramp-months.ts';

/** What of a person's employment bears on the quota. */
export interface Employment {
  /** Null: before anything we know, and long past any ramp. */
  readonly startDate: LocalDate | null;
  /** The last day at work; null while it goes on. */
  readonly endDate: LocalDate | null;
  /** 0 without a ramp. */
  readonly rampMonths: number;
}

export interface ProratedQuota {
  readonly amount: Money;
  /** The part of the full quota, between 0 and 1. */
  readonly factor: Ratio;
}

/**
 * The quota of a person who starts, ramps or leaves: every working day of the period carries an equal part of the full
 * quota, a day in ramp month m of n only m / n of its part, a day before the start or after the end nothing.
 * Rounded half away from zero.
 */
export function prorateQuota({
  full,
  employment,
  period,
  calendar,
}: {
  readonly full: Money;
  readonly employment: Employment;
  readonly period: Period;
  readonly calendar: FiscalCalendar;
}): ProratedQuota {
  if (employment.startDate === null && employment.endDate === null) return { amount: full, factor: oneRatio };
  const factor = multiplyRatios(
    sumRatios(
      listStretches(employment, period, calendar).map(({ days, factor }) =>
        multiplyRatios(ratio(days), factor),
      ),
    ),
    ratio(1, workingDaysBetween(calendar, period.start, period.end)),
  );
  return { amount: multiplyByRatio(full, factor, 'halfAwayFromZero'), factor };
}

/** The working days of the period at each step of the ramp, and after it. */
function listStretches(
  { startDate, endDate, rampMonths }: Employment,
  period: Period,
  calendar: FiscalCalendar,
): { readonly days: number; readonly factor: Ratio }[] {
  const startOf = (date: LocalDate) => startOfLocalDate(date, calendar.timeZone);
  const lastEnd = endDate === null ? period.end : earliestOf([period.end, startOf(nextDay(endDate))]);
  const daysOf = (from: Date, until: Date) =>
    workingDaysBetween(calendar, latestOf([from, period.start]), earliestOf([until, lastEnd]));

  if (startDate === null) return [{ days: daysOf(period.start, lastEnd), factor: oneRatio }];
  const ramp = listRampMonths(startDate, rampMonths);
  return [
    ...ramp.map(({ from, until, factor }) => ({ days: daysOf(startOf(from), startOf(until)), factor })),
    { days: daysOf(startOf(addMonths(startDate, rampMonths)), lastEnd), factor: oneRatio },
  ];
}
