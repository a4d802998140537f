/** A day as people in the portal's zone write it: `'30 Dec 2026'`. */
export function showDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(instant);
}
