import type { LocalDate } from './local-date.ts';

/** How a portal divides time. */
export interface FiscalCalendar {
  /** IANA name, `'Europe/Berlin'`: days begin at midnight there. */
  readonly timeZone: string;
  /** The month, 1 to 12, in which the fiscal year starts. */
  readonly startMonth: number;
  /** Days off on top of Saturdays and Sundays. */
  readonly holidays?: ReadonlySet<LocalDate>;
}

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';

/** A stretch of time [start, end) between two local midnights. */
export interface Period {
  /**
   * `'2026-11'`, `'2026-Q4'`, `'2026-H2'` or `'2026'`. A fiscal year, with its halves and quarters, is named after the
   * calendar year in which it ends; a month keeps its calendar name.
   */
  readonly key: string;
  readonly kind: PeriodKind;
  readonly start: Date;
  readonly end: Date;
}

/** The length of each kind in months. */
export const monthsIn: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
