import type { PeriodKind } from '../../kernel/period.ts';

/** As in "Likely this quarter". */
export const periodWord: Readonly<Record<PeriodKind, string>> = {
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
};
