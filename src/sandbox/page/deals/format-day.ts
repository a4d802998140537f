/** An instant (ISO or epoch milliseconds) or a plain date as the day it is in `timeZone`: `30 Dec 2026`. */
export function formatDay(value: string | null, timeZone: string): string {
  const day = toDay(value, timeZone);
  if (!day) return '–';
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(Date.UTC(year, month - 1, date)))
    .replace('Sept', 'Sep');
}

/** The calendar day of an instant in `timeZone` as `YYYY-MM-DD`; a plain date stays what it is; null when unreadable. */
export function toDay(value: string | null, timeZone: string): string | null {
  if (!value) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const instant = new Date(/^-?\d+$/.test(value) ? Number(value) : value);
  if (Number.isNaN(instant.getTime())) return null;
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}
