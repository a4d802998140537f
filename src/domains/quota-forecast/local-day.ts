/** A day as people in the portal's zone write it: `'30 Dec 2026'`. */
export function localDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(instant);
}

/** A moment of today or of another day: `'as of 24 Nov, 10:42'`. */
export function asOfLabel(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(instant);
  return `as of ${parts}`;
}
