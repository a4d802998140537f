import type { Counts, Problem, Reading } from '../../csv/index.ts';
import type { FileReadings } from './read-files.ts';

/** What became of one file's rows. */
export interface FileReport {
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** What became of the files. */
export interface FilesReport {
  /** The business date of the portal. */
  readonly today: Date;
  readonly deals: FileReport;
  readonly stages: FileReport | null;
  readonly quotas: FileReport | null;
  readonly people: FileReport | null;
  /** Loaded rows that the portal does not show, as it is made as of `today`. */
  readonly createdLater: number;
  /** Deals that the portal shows open because they closed after `today`. */
  readonly closedLater: number;
  /** Stage rows whose deal is not among the loaded deals. */
  readonly stagesWithoutDeal: number;
  /** What the reader should know beyond single rows, in sentences. */
  readonly notes: readonly string[];
}

export function reportOf(
  readings: FileReadings,
  {
    today,
    currency,
    otherCurrencies,
  }: { readonly today: Date; readonly currency: string; readonly otherCurrencies: readonly string[] },
): FilesReport {
  const deals = readings.deals.rows;
  const ids = new Set(deals.map(({ id }) => id));
  return {
    today,
    deals: fileReport(readings.deals),
    stages: readings.stages && fileReport(readings.stages),
    quotas: readings.quotas && fileReport(readings.quotas),
    people: readings.people && fileReport(readings.people),
    createdLater: deals.filter(({ createdAt }) => createdAt > today).length,
    closedLater: deals.filter(
      ({ createdAt, closedAt }) => createdAt <= today && closedAt !== null && closedAt > today,
    ).length,
    stagesWithoutDeal: (readings.stages?.rows ?? []).filter(({ dealId }) => !ids.has(dealId)).length,
    notes: otherCurrencies.map(
      (code) => `The files hold no exchange rates: 1 ${code} counts as 1 ${currency}`,
    ),
  };
}

const fileReport = ({ counts, problems }: Reading<unknown>): FileReport => ({ counts, problems });
