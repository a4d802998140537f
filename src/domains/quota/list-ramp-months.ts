import { addMonths } from '../../kernel/period.ts';
import type { LocalDate } from '../../kernel/period.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';

export interface RampMonth {
  /** 1 in the month that begins on the start date. */
  readonly month: number;
  /** The part of the full quota that a day in this month carries. */
  readonly factor: Ratio;
  readonly from: LocalDate;
  /** The first day after. */
  readonly until: LocalDate;
}

/**
 * The months of a ramp that begins on the start date, in linear steps: month m of n carries r(m) = m / n of the full
 * quota, and every day after the last one all of it. Months run from the start date, not from the first of a month.
 */
export function listRampMonths(startDate: LocalDate, rampMonths: number): RampMonth[] {
  return Array.from({ length: rampMonths }, (_, index) => ({
    month: index + 1,
    factor: ratio(index + 1, rampMonths),
    from: addMonths(startDate, index),
    until: addMonths(startDate, index + 1),
  }));
}
