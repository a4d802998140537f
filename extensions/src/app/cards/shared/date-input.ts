import type { BaseDate } from '@hubspot/ui-extensions';

/** "2026-12-30" as HubSpot's DateInput counts: months from 0. */
export function toDateInput(isoDate: string): BaseDate {
  const [year = 0, month = 1, date = 1] = isoDate.split('-').map(Number);
  return { year, month: month - 1, date };
}

/** HubSpot's date, whose months count from 0, as "2026-12-30". */
export function toIsoDate({ year, month, date }: BaseDate): string {
  return [String(year).padStart(4, '0'), pad(month + 1), pad(date)].join('-');
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
