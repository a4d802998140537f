import type { QuotaForecastView } from '../../contract/index.ts';
import { localDate, type Period } from '../../kernel/period.ts';

/** Where the what-if starts: at the deal's own amount and date, or at the period's last day where the date is past or missing. */
export function startWhatIf({
  amount,
  currency,
  closeAt,
  present,
  now,
  timeZone,
}: {
  readonly amount: string | null;
  readonly currency: string;
  readonly closeAt: Date | null;
  readonly present: Period;
  readonly now: Date;
  readonly timeZone: string;
}): NonNullable<QuotaForecastView['whatIf']> {
  const lastDay = localDate(new Date(present.end.getTime() - 1), timeZone);
  const usable = closeAt !== null && closeAt >= now;
  return { amount, currency, closeDate: usable ? localDate(closeAt, timeZone) : lastDay };
}
