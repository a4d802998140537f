import { TZDate } from '@date-fns/tz';

/**
 * The instant (ISO-8601 UTC) of `day` in `timeZone` at the time of day that `before` has there, noon where there is none:
 * moving a close date keeps its hour, so that the day stays the picked one in the portal's zone.
 */
export function atDay(day: string, before: string | null, timeZone: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const kept = before
    ? new TZDate(new Date(/^\d+$/.test(before) ? Number(before) : before).getTime(), timeZone)
    : null;
  const [hours, minutes, seconds] =
    kept && !Number.isNaN(kept.getTime())
      ? [kept.getHours(), kept.getMinutes(), kept.getSeconds()]
      : [12, 0, 0];
  const moved = new TZDate(year, month - 1, date, hours, minutes, seconds, timeZone);
  return new Date(moved.getTime()).toISOString();
}
